# What only the municipality knows.

local-missing = Den uppgiften har inte lagts till än. Er administratör kan lägga till den.
local-name = Namn: { $value }
local-phone = Telefon: { $value }
local-email = E-post: { $value }
local-deputy = Ersättare: { $value }
local-hours = Tider: { $value }
local-address = Adress: { $value }
local-contact = Kontakt: { $value }
local-oncall = Nätter och helger: { $value }
local-link = Länk: { $value }
local-dpo-title = Dataskyddsombud
local-dpo-role = Dataskyddsombudet ger råd och följer upp. Ombudet beslutar inte: det gör kommunen.
local-infosec-title = Informationssäkerhetsansvarig
local-infosec-role = Den informationssäkerhetsansvariga ser till att system och information är skyddade. Dataskyddsombudet har en annan uppgift.
local-helpdesk-title = It-stöd
local-helpdesk-role = Meddela it-stödet genast när något är fel med en apparat, ett konto eller ett system.
local-registry-title = Registratorskontor
local-registry-role = Hit skickar man begäran om uppgifter och annan post till kommunen.
local-county-title = Välfärdsområde
local-county-role = Välfärdsområdet, inte kommunen, har uppgifterna från social- och hälsovården.
