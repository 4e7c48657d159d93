# What only the municipality knows.

local-missing = Tietoa ei ole vielä lisätty. Ylläpitäjä voi lisätä sen.
local-name = Nimi: { $value }
local-phone = Puhelin: { $value }
local-email = Sähköposti: { $value }
local-deputy = Varahenkilö: { $value }
local-hours = Palveluajat: { $value }
local-address = Osoite: { $value }
local-contact = Yhteys: { $value }
local-oncall = Yöllä ja viikonloppuna: { $value }
local-link = Linkki: { $value }
local-dpo-title = Tietosuojavastaava
local-dpo-role = Tietosuojavastaava neuvoo ja seuraa. Hän ei päätä: kunta päättää.
local-infosec-title = Tietoturvavastaava
local-infosec-role = Tietoturvavastaava huolehtii järjestelmien ja tietojen suojaamisesta. Tietosuojavastaavalla on toinen tehtävä.
local-helpdesk-title = IT-tuki
local-helpdesk-role = Ilmoita IT-tukeen heti, kun laitteessa, tilissä tai järjestelmässä on jotain vialla.
local-registry-title = Kirjaamo
local-registry-role = Tänne tulevat tietopyynnöt ja muu kunnan posti.
local-county-title = Hyvinvointialue
local-county-role = Terveydenhuollon ja sosiaalihuollon tiedot ovat hyvinvointialueella, eivät kunnassa.
