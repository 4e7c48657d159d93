# What only the municipality knows.

local-missing = Tietoa ei ole vielä lisätty. Ylläpitäjä voi lisätä sen.
local-name = Nimi: { $value }
local-phone = Puhelin: { $value }
local-email = Sähköposti: { $value }
local-deputy = Varahenkilö: { $value }
local-hours = Palveluajat: { $value }
local-address = Osoite: { $value }
local-contact = Yhteystiedot: { $value }
local-oncall = Öisin ja viikonloppuisin: { $value }
local-link = Linkki: { $value }
local-dpo-title = Tietosuojavastaava
local-dpo-role = Tietosuojavastaava neuvoo ja seuraa tietosuojaa. Hän ei päätä, vaan kunta päättää.
local-infosec-title = Tietoturvavastaava
local-infosec-role = Tietoturvavastaava huolehtii järjestelmien ja tietojen suojaamisesta. Tietosuojavastaavalla on toinen tehtävä.
local-helpdesk-title = IT-tuki
local-helpdesk-role = Kerro IT-tuelle heti, jos laitteessa, käyttäjätilissä tai järjestelmässä on jotain vialla.
local-registry-title = Kirjaamo
local-registry-role = Kirjaamo ottaa vastaan tietopyynnöt ja muun kunnalle tulevan postin.
local-county-title = Hyvinvointialue
local-county-role = Terveydenhuollon ja sosiaalihuollon tiedot ovat hyvinvointialueella, eivät kunnalla.
