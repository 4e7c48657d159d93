# What only the municipality knows.

local-missing = This has not been added yet. Your admin can add it.
local-name = Name: { $value }
local-phone = Telephone: { $value }
local-email = E-mail: { $value }
local-deputy = Deputy: { $value }
local-hours = Opening hours: { $value }
local-address = Address: { $value }
local-contact = Contact: { $value }
local-oncall = Nights and weekends: { $value }
local-link = Link: { $value }
local-dpo-title = Data protection officer
local-dpo-role = The data protection officer advises and monitors. The decisions are made by the municipality, not by the officer.
local-infosec-title = Information security officer
local-infosec-role = The information security officer looks after the safety of systems and information. The data protection officer has a different job.
local-helpdesk-title = IT support
local-helpdesk-role = Tell IT support at once when something is wrong with a device, an account or a system.
local-registry-title = Registry
local-registry-role = This is where requests and other mail to the municipality arrive.
local-county-title = Wellbeing services county
local-county-role = Health and social care records are held by the county, not by the municipality.
