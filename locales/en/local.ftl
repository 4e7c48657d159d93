# What only the municipality knows.

local-missing = This has not been added yet. Your admin can add it.
local-name = Name: { $value }
local-phone = Telephone: { $value }
local-email = E-mail: { $value }
local-deputy = Deputy: { $value }
local-hours = Hours: { $value }
local-address = Address: { $value }
local-contact = Contact: { $value }
local-oncall = Nights and weekends: { $value }
local-link = Link: { $value }
local-dpo-title = Data protection officer
local-dpo-role = The data protection officer advises and follows up. The officer does not decide: the municipality does.
local-infosec-title = Information security officer
local-infosec-role = The information security officer looks after how systems and information are kept safe. The data protection officer has another task.
local-helpdesk-title = IT support
local-helpdesk-role = Tell IT support at once when something is wrong with a device, an account or a system.
local-registry-title = Registry
local-registry-role = Requests and other mail to the municipality come in here.
local-county-title = Wellbeing services county
local-county-role = The county, not the municipality, holds health and social care records.
