/// Who asks, and who is asked.
pub(super) const PRONOUNS: &str = "
i me my mine myself you your yours yourself we us our ours ourselves
";

/// How the titles of leaders begin: in a question they tell who asks or of whom, not what about.
pub(super) const LEADERS: &str = "mayor";

/// Words that say nothing of the subject: function words, questions, politeness, and how people really type.
pub(super) const STOP_WORDS: &str = "
a about after again all also am an and any anybody anyone anything are as at be because been before being but by
can cannot cant can't could couldnt d did didnt do does doesnt doing done dont down during each either else ever
every for from further get gets getting give given go goes going got had has hasnt have havent having he her here
hers him his how however i id if ill im in into is isnt it its itself ive just kind know let like ll m make makes
many may maybe me mean means meaning meant might mine more most much must my myself need needs neither no nor not
now of off ok okay on once one ones only or other our ours ourselves out over perhaps please put quite re
really s same say see shall she should since so some somebody someone something soon still such t take tell than
thank thanks that thats the their theirs them then there these they thing things this those through to too under
until up us use used using ve very want wants was wasnt we well were what whats when where which while who whom
whose why will with within without wont would yes yet you your yours yourself
hello hi hey help explain explanation define definition describe describes term word words concept called plain
simple simply short shortly brief briefly english difference different actually basically example way lot bit
municipality municipalities municipal
question answer answers regarding concerning
day days
says said nobody never already whether against instead another even isn don doesn didn won wouldn shouldn
couldn aren wasn two three five between whole first last next back away together behind inside outside among
alone often though everyone everybody nothing both almost enough per via
pls plz thx ty asap nutshell explained explaining understand sentence sentences roughly ballpark buzzwords
jargon basic basics summary summarise summarize sum quick quickly list outline overview
today tomorrow tonight yesterday oclock hurry starts starting started begins
";
