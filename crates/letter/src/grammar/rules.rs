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
            "START the|this|our|my ~? @singular that|which [have=has|do=does|are=is|were=was]",
            "START each|every|another ~? @singular [have=has|do=does|are=is|were=was]",
            "START each|one of @of-us ~? @plural [are=is|were=was|have=has|do=does]",
            "CLAUSE there [is=are|was=were] many|several|numerous|countless|multiple !a|an",
            "CLAUSE there [is=are|was=were] two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands \
             residents|families|people|reasons|ways|cameras|members|problems|questions|changes|of",
            "did|does|do not [received=receive|went=go|had=have|came=come|gave=give|took=take|responded=respond|\
             answered=answer|provided=provide|asked=ask|considered=consider|disclosed=disclose|addressed=address|\
             included=include|allowed=allow|followed=follow|made=make|knew=know|said=say]",
            "didn't|doesn't|don't [received=receive|went=go|had=have|came=come|gave=give|took=take|responded=respond|\
             answered=answer|provided=provide|asked=ask|considered=consider|disclosed=disclose|addressed=address|\
             included=include|allowed=allow|followed=follow|made=make|knew=know|said=say]",
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
