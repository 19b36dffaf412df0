//! The rules as data: each slip with the words that make it sure. `pattern` says how they are read.

/// One rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Rule {
    /// The name that its lints bear.
    pub name: &'static str,
    /// Its patterns.
    pub patterns: &'static [&'static str],
}

/// Words past which a noun is no longer the subject, or with which another clause begins.
#[rustfmt::skip]
pub(super) const TURNS: &[&str] = &[
    "a", "about", "above", "across", "after", "against", "along", "among", "an", "and", "are", "around", "as", "at", "be",
    "because", "before", "behind", "below", "beside", "between", "beyond", "but", "by", "concerning", "despite", "did",
    "do", "does", "during", "except", "facing", "for", "from", "had", "has", "have", "he", "how", "i", "if", "in",
    "including", "inside", "into", "involving", "is", "it", "like", "near", "nor", "not", "of", "off", "on", "onto", "or",
    "outside", "over", "past", "per", "regarding", "serving", "she", "since", "so", "than", "that", "they", "though",
    "through", "throughout", "to", "toward", "towards", "under", "until", "up", "upon", "versus", "via", "was", "we",
    "were", "what", "when", "where", "which", "while", "who", "whom", "whose", "why", "will", "with", "within",
    "without", "would", "you",
];

/// Classes of words. A noun is here only if it is no verb: `the street wants is` must not read as a street.
#[rustfmt::skip]
pub(super) const CLASSES: &[(&str, &[&str])] = &[
    ("plural", &[
        "agencies", "amendments", "apartments", "bicyclists", "brothers", "buildings", "buses", "businesses",
        "cameras", "children", "cities", "citizens", "clerks", "colleagues", "commissioners", "communities",
        "companies", "conditions", "councilmembers", "councilors", "counties", "crosswalks", "cyclists", "daughters",
        "decisions", "departments", "developers", "drivers", "elders", "employees", "families", "hearings",
        "homeowners", "immigrants", "landlords", "lanes", "laws", "librarians", "libraries", "members", "men",
        "neighborhoods", "neighbors", "nurses", "officers", "officials", "ordinances", "organizations", "owners",
        "parents", "pedestrians", "policies", "policymakers", "programs", "regulations", "renters", "residents",
        "roads", "schools", "seniors", "sidewalks", "sisters", "sons", "streets", "students", "supervisors",
        "taxpayers", "teachers", "tenants", "trees", "trucks", "vehicles", "vendors", "veterans", "victims",
        "volunteers", "voters", "women", "workers",
    ]),
    ("singular", &[
        "agency", "agreement", "amendment", "applicant", "attorney", "bill", "brother", "building", "child", "city",
        "clerk", "commissioner", "company", "councilmember", "county", "daughter", "department", "developer",
        "director", "district", "driver", "father", "hearing", "landlord", "law", "librarian", "library", "mayor",
        "mother", "neighborhood", "nurse", "officer", "ordinance", "owner", "policy", "president", "program",
        "project", "proposal", "regulation", "resident", "resolution", "route", "school", "secretary", "sheriff", "sister",
        "son", "statute", "street", "student", "study", "superintendent", "supervisor", "teacher", "technology", "tenant",
        "trustee", "vendor",
    ]),
    ("of-us", &["the", "these", "those", "our", "your", "their", "its"]),
    ("owned", &[
        "agency", "answer", "attention", "board", "budget", "city", "colleagues", "commission", "consideration",
        "constituents", "county", "decision", "department", "district", "help", "leadership", "letter", "name",
        "names", "office", "ordinance", "own", "plan", "policy", "program", "proposal", "reply", "report", "request",
        "response", "service", "support", "team", "time", "vote", "work",
    ]),
    ("kin", &[
        "children", "communities", "families", "homes", "houses", "jobs", "kids", "lives", "loved", "neighborhoods",
        "neighbors", "own", "parents", "privacy", "rent", "rents", "rights", "safety", "schools", "voices",
    ]),
    ("judged", &[
        "clear", "critical", "crucial", "essential", "hard", "impossible", "imperative", "important", "likely",
        "necessary", "possible", "true", "unacceptable", "unclear", "unfair", "unlikely", "urgent", "vital", "wrong",
    ]),
    ("took", &[
        "adopted", "amended", "approved", "broke", "changed", "completed", "disclosed", "doubled", "exceeded", "expanded",
        "fulfilled", "issued", "kept", "lost", "met", "missed", "posted", "published", "raised", "released", "renewed",
        "revised", "shared", "updated", "uses", "violated", "violates",
    ]),
    ("compared", &[
        "better", "bigger", "cheaper", "earlier", "faster", "fewer", "greater", "higher", "larger", "less", "longer",
        "lower", "more", "older", "rather", "safer", "shorter", "slower", "smaller", "sooner", "worse", "younger",
    ]),
    ("measure", &[
        "a", "an", "any", "anyone", "anything", "ever", "expected", "five", "four", "half", "her", "his", "in", "it",
        "its", "my", "necessary", "needed", "one", "other", "others", "our", "required", "six", "ten", "that", "the",
        "their", "these", "they", "this", "those", "three", "twice", "two", "usual", "us", "we", "what", "you", "your",
    ]),
    ("harm", &[
        "adversely", "deeply", "directly", "disproportionately", "gravely", "greatly", "indirectly", "materially",
        "negatively", "personally", "positively", "seriously", "severely", "significantly",
        "unfairly",
    ]),
    // Nouns that `it is` may name without an article.
    ("named", &[
        "business", "chance", "chaos", "common", "day", "daylight", "dusk", "fact", "fall", "fiction", "folly", "food", "fun", "home",
        "human", "ice", "justice", "law", "luck", "madness", "money", "music", "nature", "night", "noon", "people", "policy",
        "politics", "poverty", "practice", "progress", "property", "rain", "reality", "residents", "snow", "spring", "summer",
        "taxpayers", "theft", "time", "tradition", "trash", "water", "winter", "work", "workers", "families", "children", "kids",
        "neighbors", "tenants", "renters", "part", "half", "parents", "students", "seniors", "dinnertime", "bedtime", "lunchtime",
        "news", "evidence", "hell", "heaven",
    ]),
    // Verbs after which a sentence may follow.
    ("says", &[
        "add", "admit", "admits", "agree", "agrees", "argue", "argues", "assume", "believe", "believed", "believes", "bet", "claim",
        "claims", "decide", "doubt", "explain", "fear", "feel", "feels", "felt", "figure", "find", "found", "guess", "hear", "heard",
        "hope", "hoped", "imagine", "insist", "insists", "knew", "know", "known", "knows", "mean", "means", "note", "notice", "said",
        "saw", "say", "saying", "says", "see", "seems", "sense", "show", "shows", "suggest", "suppose", "suspect", "swear", "tell",
        "tells", "think", "thinking", "thinks", "thought", "told", "understand", "wish", "worry", "write", "wrote", "time", "like",
        "being", "is", "was", "be", "remember", "realize", "realise", "recall", "ensure", "assume", "consider", "pretend", "forget",
        "prove", "declare", "determine", "discover", "conclude", "complain", "warn", "remind", "promise", "assert", "hold", "stress",
        "emphasize", "recognize", "acknowledge", "accept", "mention", "observe", "reckon", "report", "submit", "act", "pray",
    ]),
    ("spans", &[
        "days", "weeks", "months", "years", "hours", "minutes", "times", "nights", "mornings", "afternoons", "evenings", "weekends",
        "decades", "seconds", "summers", "winters", "dollars", "miles", "acres", "gallons", "yards", "pounds", "inches", "tons", "barrels", "cents", "points", "degrees",
    ]),
    // Verbs of being and of going somewhere, after which `there` is a place.
    ("stays", &[
        "are", "be", "been", "being", "camp", "camped", "came", "come", "comes", "coming", "drive", "drives", "driving", "get",
        "gets", "getting", "go", "goes", "going", "had", "has", "have", "is", "lie", "lies", "live", "lived", "lives", "living",
        "meet", "meets", "park", "parked", "parking", "ride", "rides", "riding", "sit", "sits", "sleep", "sleeps", "stand", "stands",
        "standing", "stay", "stayed", "stays", "stood", "stop", "stops", "travel", "wait", "waited", "waiting", "waits", "walk",
        "walked", "walking", "walks", "was", "were", "work", "worked", "working", "works", "put", "puts", "out", "see", "saw", "sees",
    ]),
    // Nouns that may have either number, or that only look like one.
    ("several", &[
        "aircraft", "alumni", "audience", "bacteria", "band", "board", "bulk", "cattle", "children", "choir", "class", "clergy",
        "commission", "committee", "community", "company", "congregation", "council", "couple", "crew", "criteria", "crowd",
        "data", "deer", "delegation", "department", "dozen", "elderly", "faculty", "family", "feet", "few", "firm", "fish", "folk",
        "force", "former", "geese", "government", "group", "half", "handful", "headquarters", "homeless", "household", "jury",
        "latter", "lot", "majority", "means", "media", "membership", "men", "mice", "minority", "more", "most", "neighborhood",
        "network", "number", "offspring", "other", "others", "pair", "panel", "party", "people", "percent", "percentage",
        "personnel", "plurality", "police", "population", "press", "public", "quarter", "range", "remainder", "rest", "school",
        "series", "set", "sheep", "species", "staff", "team", "teeth", "third", "union", "variety", "volume", "women", "young",
        "youth", "total", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "dozens", "hundreds", "next",
        "same", "only", "one", "ones", "host", "array", "list", "combination", "salmon", "trout", "elk",
        "bison", "livestock", "moose", "shrimp", "cod", "bass", "quail", "steelhead", "here", "there", "today", "now", "downtown",
    ]),
    // Plurals that are spoken of as one thing.
    ("single", &[
        "barracks", "crossroads", "economics", "ethics", "gymnastics", "headquarters", "logistics", "mathematics", "means",
        "measles", "news", "physics", "politics", "premises", "proceeds", "series", "species", "statistics", "united", "works",
        "dynamics", "basics", "needs", "wants", "says", "does", "matters", "lacks", "seems", "looks", "costs", "gets",
    ]),
    ("body", &[
        "assembly", "board", "city", "commission", "committee", "congress", "council", "county", "house", "legislature", "senate",
        "state", "voters", "amendment", "bill", "law", "measure", "motion", "ordinance", "resolution",
    ]),
    ("decider", &[
        "assembly", "board", "commission", "committee", "congress", "council", "legislature", "senate", "voters",
    ]),
    ("gone", &["been", "done", "gone", "had", "known", "made", "seen", "taken"]),
];

/// Every rule there is.
pub(super) const RULES: &[Rule] = &[
    Rule { name: "and", patterns: &["!. [an=and] the|their|they|we|my|your|his|her|this|those|these|our"] },
    Rule {
        name: "modal-of",
        patterns: &[
            "could|should|would|couldn't|shouldn't|wouldn't [of=have] !course|the|all",
            "could|should|would|must|might not [of=have] !course|the",
            "must|might|may|shall [of=have] @gone",
        ],
    },
    Rule {
        name: "than-then",
        patterns: &[
            "PLAIN @compared [then=than] @measure",
            "PLAIN @compared [then=than] #",
            "PLAIN @compared ~ [then=than] those|ours|yours|theirs|required|expected|needed|allowed",
            "PLAIN other [then=than] the|a|an|those|this|that|to|by|its|our|their|what",
        ],
    },
    Rule {
        name: "its",
        patterns: &[
            "[its=it's] a|an|the|been",
            "CLAUSE [its=it's] not|also|just|only|very|too|so @judged that|to|for",
            "CLAUSE [its=it's] @judged that|to|for",
            "CLAUSE [its=it's] time|up|not to",
            "[it's=its] own",
            "of|in|from|with|by|within|under|through|into|during|throughout [it's=its] \
             !a|an|the|not|been|being|clear|hard|about|all|important|possible|just|also|very|too|my|our|your|their",
            "START [it's=its] NOUNS!named are|were|have|do|need|had|will|can|must|should",
            "and [it's=its] NOUN!named is|was|has|had|will|would|can|must|should|fell|rose|went|grew|came|did|does",
            "START [it's=its] NOUN!named is|was|has|does|will|must|should|had",
            "to|will|would|could|should|must|can|may|might|not|we|they|you VERB!says [it's=its] NOUN!named \
             of|in|on|for|from|with|at|by|and",
            "to|will|would|could|should|must|can|may|might|not|we|they|you VERB!says [it's=its] NOUN!named END",
            "to|will|would|could|should|must|can|may|might|not|we|they|you VERB!says [it's=its] NOUNS!named \
             of|in|on|for|from|with|at|by|and",
            "to|will|would|could|should|must|can|may|might|not|we|they|you VERB!says [it's=its] NOUNS!named END",
            "@took [it's=its] !a|an|the|not|been|being|clear|hard|about|all|important|possible|just|also|very|too|time",
        ],
    },
    Rule {
        name: "your",
        patterns: &[
            "[your=you're] the|a|an|not",
            "[your=you're] going|welcome to",
            "[you're=your] @owned",
            "[your=you're] able|aware|invited to|that|of",
        ],
    },
    Rule {
        name: "their",
        patterns: &[
            "[their=there] is|are|was|were|isn't|aren't|wasn't|weren't",
            "[their=there] has|have|will|should|must|would been|be",
            "of|for|with|about|in [there=their] @kin",
            "lose|lost|lived|protect|raise|leave|left|losing|protecting|raising|leaving [there=their] @kin",
            "[they're=their] own",
            "VERB!stays [there=their] NOUNS!spans !who|that|which|are|were|is|was|have|had|can|will|could|would|do|go|need",
            "give|gives|gave|giving|pick|picks|picked|set|sets make|made|makes? up [there=their] \
             NOUNS!spans !who|that|which|are|were",
            "with|for|about|of [there=their] NOUNS!spans !who|that|which|are|were|is|was|have|had",
            "CLAUSE [their=they're] going|trying to",
            "START [there=their|they're=their] concerns|needs|voices|stories|demands are|were|have|must|should|deserve",
        ],
    },
    Rule {
        name: "whose",
        patterns: &[
            "[who's=whose] records|homes|names|lives|property|children|job|names|families|data|land|rights|voices",
            "[whose=who's] the|been|going|not",
        ],
    },
    Rule {
        name: "too",
        patterns: &[
            "is|are|was|were|been|be|comes|came|it's|far|much|not|way \
             [to=too] late|expensive|costly|vague|dangerous|far|often|soon|steep to|for|from|in|and|but",
            "is|are|was|were|been|it's|comes|came|much|far|way [to=too] late|expensive|costly|vague|little END",
            "far|way [to=too] many|few|much",
        ],
    },
    Rule {
        name: "agreement",
        patterns: &[
            // Pronouns.
            "we|they [was=were|is=are|has=have|does=do|wasn't=weren't|isn't=aren't|hasn't=haven't|doesn't=don't]",
            "CLAUSE you [was=were|is=are|has=have|does=do|wasn't=weren't|isn't=aren't|hasn't=haven't|doesn't=don't]",
            "CLAUSE he|she [have=has|are=is|were=was|do=does|haven't=hasn't|aren't=isn't]",
            "CLAUSE he|she|it [don't=doesn't]",
            "START these|those [is=are|was=were|has=have|does=do]",
            "START this [are=is|were=was|have=has]",
            // Nouns that open the sentence, alone or with where they are from. With two words before it, as in `the law
            // protecting tenants`, a noun need not be the subject.
            "START the|these|those|our|many|some|most|several|both|all|my|your|their ~? \
             @plural [is=are|was=were|has=have|does=do|isn't=aren't|wasn't=weren't|hasn't=haven't|doesn't=don't]",
            "START the|these|those|our|many|some|most|several|both|all|my|your|their ~? \
             @plural of|in|from|on|near|at .. \
             [is=are|was=were|has=have|does=do|isn't=aren't|wasn't=weren't|hasn't=haven't|doesn't=don't]",
            "START the|this|that|our|my|your|their ~? \
             @singular [have=has|do=does|are=is|haven't=hasn't|don't=doesn't|aren't=isn't]",
            "START the|these|those|our|my|your|their ~? NOUNS!single \
             [is=are|was=were|has=have|isn't=aren't|wasn't=weren't|hasn't=haven't]",
            "START all|many|some|most|several|both|these|those NOUNS!single \
             [is=are|was=were|has=have|isn't=aren't|wasn't=weren't|hasn't=haven't]",
            "START the|this|that|our|my|your|their NOUN!several \
             [have=has|are=is|were=was|haven't=hasn't|don't=doesn't|aren't=isn't|weren't=wasn't]",
            "START the|this|our|my ~? @singular that|which [have=has|do=does|are=is|were=was]",
            "START each|every|another ~? @singular [have=has|do=does|are=is|were=was]",
            "START each|one of @of-us ~? @plural [are=is|were=was|have=has|do=does]",
            "CLAUSE there [is=are|was=were] # NOUNS!spans",
            "there [was=were] # NOUNS!spans",
            "there [was=were] # people|children|women|men",
            "CLAUSE there [is=are|was=were] two|three|four|five|six|seven|eight|nine|ten|twelve|twenty NOUNS!spans",
            "CLAUSE there [is=are|was=were] many|several|numerous|countless|multiple !a|an",
            "CLAUSE there [is=are|was=were] two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands \
             residents|families|people|reasons|ways|cameras|members|problems|questions|changes|of",
            "did|does|do not [received=receive|went=go|had=have|came=come|gave=give|took=take|responded=respond|\
             answered=answer|provided=provide|asked=ask|considered=consider|disclosed=disclose|addressed=address|\
             included=include|allowed=allow|followed=follow|made=make|knew=know|said=say]",
            "didn't|doesn't|don't [received=receive|went=go|had=have|came=come|gave=give|took=take|responded=respond|\
             answered=answer|provided=provide|asked=ask|considered=consider|disclosed=disclose|addressed=address|\
             included=include|allowed=allow|followed=follow|made=make|knew=know|said=say]",
            "CLAUSE i|we|they|you|she|he has|have|had never|also|already|always|both|all? \
             [happen=happened|receive=received|attend=attended|ask=asked|want=wanted|serve=served|propose=proposed|\
             provide=provided|follow=followed|listen=listened|learn=learned|spoke=spoken|wrote=written|went=gone|\
             saw=seen|took=taken|gave=given|knew=known|drove=driven|fell=fallen|chose=chosen|broke=broken]",
            "CLAUSE i|we|they|you|she|he has|have|had never|also|already|always|both|all? [live=lived] \
             here|there|in|at|on|near|below|above|for|with|by|under",
            "i've|we've|they've|you've never|also|already|always|both|all? \
             [happen=happened|receive=received|attend=attended|ask=asked|want=wanted|serve=served|propose=proposed|\
             provide=provided|follow=followed|listen=listened|learn=learned|work=worked|try=tried|use=used|wait=waited|see=seen]",
            "has|have not|never|already|also|since|just? [went=gone|wrote=written|spoke=spoken|chose=chosen|\
             began=begun|broke=broken|drove=driven]",
        ],
    },
    Rule {
        name: "number",
        patterns: &[
            "CLAUSE [this=these] @plural is|are|was|were|have|had|will|would|must|should|deserve|need",
            "[these=this|those=that] @singular is|was|has|had|will|would|must|should|does",
            "a|one|this [criteria=criterion|phenomena=phenomenon] is|was|has|that|which",
            "a|one|this [criteria=criterion|phenomena=phenomenon] END",
        ],
    },
    Rule {
        name: "affect",
        patterns: &[
            "@harm [effect=affect|effects=affects|effected=affected|effecting=affecting] !change|changes|a",
            "will|would|could|may|might|not|to [effect=affect] residents|people|families|tenants|children|us|everyone|\
             thousands|hundreds|neighbors|seniors|workers|students",
            "be|been|are|is|was|were|being [effected=affected] by this|these|noise|traffic|pollution|construction|heat|smoke",
            "an|no|any|little|adverse|negative|positive|significant|cumulative|environmental|real|great \
             [affect=effect|affects=effects] on|upon|of",
            "the|some|several [affects=effects] of|on",
        ],
    },
    Rule {
        name: "advise",
        patterns: &[
            "please|we|i|would|should|could|must|not|kindly [advice=advise] us|me|the|that|when|if|of|whether|you|against|staff",
            "to [advice=advise] us|me|the|you|them|staff|residents",
            "your|legal|their|our|expert|the|professional|medical [advise=advice] of|on|and|is|was",
            "your|legal|their|our|expert|professional|medical [advise=advice] END",
        ],
    },
    Rule {
        name: "lose",
        patterns: &[
            "will|would|could|may|might|to|not|cannot|can't|we|they|i|residents|families|tenants \
             [loose=lose] the|our|their|my|its|your|a|access|housing|funding|trust|homes|everything|his|her",
            "[loosing=losing] the|our|their|my|its|your|a|access|housing|funding|trust|homes|his|her",
        ],
    },
    Rule {
        name: "look-forward",
        patterns: &[
            "look|looking|looks forward to [hear=hearing|see=seeing|meet=meeting|receive=receiving|speak=speaking|\
             learn=learning|discuss=discussing|continue=continuing|read=reading]",
            "look|looking|looks forward to [work=working] with|together|alongside",
        ],
    },
    Rule {
        name: "passed",
        patterns: &[
            "the|your|our ~? @body [past=passed] it|them|unanimously",
            "START the|your|our ~? @decider [past=passed] the|this|a|an|in|on|last",
            "was|were|been [past=passed] unanimously",
            "was|were|been [past=passed] by a|the ~? vote|majority|council|board|legislature|voters|committee",
            "has|have|had|you|we|they [past=passed] it|this|a|an|unanimously",
            "the|this|these [passed=past] year|years|month|months|week|weeks|decade|decades|few|two|three|four|five|six|ten|\
             summer|winter|spring|fall|several",
            "in the [passed=past] END",
            "get|got|squeeze|squeezed [passed=past] two|three|four|us|them|him|her|me|one",
            "i|we|they|he|she|you|to|and|who|cars|trucks walk|walks|walked|drive|drives|drove|ride|rides|rode|ran|go|goes|went|speed \
             [passed=past]",
        ],
    },
    Rule {
        name: "sound-alike",
        patterns: &[
            "has|have|had [lead=led] to",
            "[weather=whether] or not",
            "know|ask|asks|asked|decide|wonder|consider|see|say|tell|determine|matter|regardless|question|of|about \
             [weather=whether] to|it|this|they|we|you|the",
            "job|building|project|construction|work [sight=site]",
            "the|a|this [sight=site] plan|visit|survey|map",
            "city|town|village [counsel=council] meeting|meetings|chambers|member|members",
            "city|town|village [counsel=council] voted|votes|adopted",
            "at|corner|place|street|block|house|spot [were=where] i|we|they live|lives|walk|cross|work|stand|meet",
            "we|they|you|residents|people|families|neighbors [where=were] not|also|told|given|never",
            "protect|protects|save|saves|improve|improves|support|supports|fund [are=our] children|community|city|neighborhood|streets|homes|schools|families|\
             neighbors|town|parks",
            "live|lived|living|lives|born|been|moved|stay|stayed [hear=here] END",
            "forward to [here=hear]",
            "you|we|i|they|don't|not [no=know] that|how|what|whether|who|why",
            "the [hole=whole] city|neighborhood|block|street|community|town|time|day|story|point|family",
            "a [quite=quiet] street|neighborhood|block|place|night|park",
            "[quiet=quite] clear|sure|often|simply that|the|a",
            "play|plays|played|playing a|the ~? [roll=role] in",
            "free [reign=rein] to",
            "bus|train|cab [fair=fare|fairs=fares] is|are|was|were|would|increase|increases",
            "school|assistant|vice [principle=principal]",
            "the|our [principle=principal] told|said|wrote|spoke",
            "a matter of [principal=principle]",
            "please [except=accept] the|this|our|my",
            "to [insure=ensure] that",
            "peace of [mine=mind]",
        ],
    },
    Rule {
        name: "in-principle",
        patterns: &[
            "CLAUSE in [principal=principle] ,|we",
            "agree|agrees|support|supports|oppose in [principal=principle]",
        ],
    },
    Rule {
        name: "nor",
        patterns: &["neither the|my|our|your|his|her|its|their ~ ~? [or=nor] the|my|our|your|his|her|its|their"],
    },
    Rule {
        name: "apostrophe",
        patterns: &[
            "we|they|you|i|he|she|it|staff|that [wont=won't] !to",
            "we|they|you|i|he|she|it|residents|tenants [cant=can't]",
        ],
    },
    Rule {
        name: "capital-i",
        patterns: &[
            "!phase|part|title|section|item|class|level|stage|volume|type|exhibit|appendix [i=I] am|have|had|was|live|think|urge|ask|support|oppose|believe|work|want|hope|know|would|will|also|do",
        ],
    },
];
