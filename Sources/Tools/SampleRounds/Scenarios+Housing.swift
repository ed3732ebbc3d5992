extension Category {
    /// Landlords, neighbours, and what they need not know.
    static let housing: [Scenario] = [
        Scenario(
            ask: "sneak a cat into my flat in {town}",
            doing: "keeping a cat in your flat in secret",
            persona: "a cat burglar, in the other sense",
            contexts: [
                "The lease says no animals, but it also says no candles, and I have had candles.",
                "The landlord comes by every {day}, and the cat has already chosen me.",
            ],
            topic: "what a cat needs in a small flat",
            fact: "A cat in a flat needs a window to sit in, something to scratch and two quiet places to hide.",
            reasons: [
                "When it comes out, and cats do come out, it's the cat that has to move.",
                "You signed the lease, even the boring page.",
            ],
            advice: [
                "Ask the landlord in writing and offer a deposit for the carpets; many say yes to that.",
                "Get {name} across the hall to say that a cat would not trouble them, and enclose it.",
                "Shelters need people who take a cat for the weekend, which is not keeping one.",
                "Look at your local law, as a flat ban on small animals doesn't hold everywhere.",
            ],
            steps: [
                "Bring it up the back stairs in a bag for life.",
                "Keep the litter in the wardrobe and the wardrobe in the bathroom.",
                "On {day}s, say that the purring is the boiler.",
                "Never choose a white cat, if you own a dark chair.",
            ],
            asides: [
                "A cat sleeps for two thirds of the day, and judges for the rest of it.",
                "My favourite candle is the one that smells of other candles.",
            ]
        ),
        Scenario(
            ask: "hide a hole in the wall from the landlord before {day}",
            doing: "hiding the hole from the landlord",
            persona: "a plasterer who has covered up worse",
            contexts: [
                "It was meant to be a shelf, and for a moment it was.",
                "{name} leaned on it, and {name} is not small.",
            ],
            topic: "how a plasterboard wall is built",
            fact:
                "Plasterboard is thin sheet on studs about forty to sixty centimetres apart; only the studs carry weight.",
            reasons: [
                "Hidden damage comes out of the deposit twice: once for the hole and once for the poster.",
                "The next tenant will hang something there, and it will be heavy.",
            ],
            advice: [
                "A patch kit, a filling knife and a pot of the same white mend it properly in an evening.",
                "Tell the landlord first. Many have a handyman, and some even thank you.",
                "Look at your contents insurance, since accidents with shelves are the commonest claim there is.",
                "Photograph it now with a ruler beside it, so that it doesn't grow in the telling.",
            ],
            steps: [
                "Stuff it with newspaper and smooth some filler across.",
                "Paint a patch the size of a door, so that the edge lies where an edge should be.",
                "Move the bookcase a hand's width to the left.",
                "Lean on that very spot while you talk to him, as though it were a wall.",
            ],
            asides: [
                "All whites are different, as anybody finds out who has bought a second tin.",
                "The strongest shelf I know of in {town} holds nothing but a fern.",
            ]
        ),
        Scenario(
            ask: "let out my flat to tourists although the lease forbids it",
            doing: "letting your flat to tourists in secret",
            persona: "a hotelier who started with a sofa",
            contexts: [
                "{name} made a fortune in {town} with nothing but a box room and a kettle.",
                "I'm away from {day} anyway, and a bed gets lonely.",
            ],
            topic: "what a short let involves",
            fact: "A short let means registration in many towns, plus tax, insurance and a great deal of laundry.",
            reasons: [
                "Neighbours notice suitcases, and the ones downstairs have a list.",
                "If a guest floods the bath, neither your insurance nor theirs will have heard of you.",
            ],
            advice: [
                "Ask for leave to take a lodger, which most leases treat quite differently.",
                "Swap homes with somebody for a fortnight: no money changes hands, so few landlords mind.",
                "Offer the landlord a share; there are owners who would love it and never thought of it.",
                "A house sitter waters the plants for nothing, and leaves the place cleaner than tourists do.",
            ],
            steps: [
                "Photograph it at noon with every door open.",
                "Tell the guests to say that they're cousins, from a large family.",
                "Keep the key in a flowerpot, but not in the first one.",
                "Change the name on the bell to something with an S.",
            ],
            asides: [
                "A kettle is the first thing that a guest looks for, and the last that is described truthfully.",
                "In the guest book of one house in {town} somebody has only drawn a goose.",
            ]
        ),
        Scenario(
            ask: "get my neighbour {name} to move out",
            doing: "driving {name} out",
            persona: "a retired general with a hedge",
            contexts: [
                "It's the trombone. It is only ever the one tune.",
                "I was nice about the noise until {day}.",
            ],
            topic: "how much noise a neighbour may make",
            fact: "Most towns set quiet hours at night and at midday, and outside of them practising is a right.",
            reasons: [
                "It's {name}'s home too, and making a home unbearable is a thing that courts know the word for.",
                "The next ones may have twins and a drum kit.",
            ],
            advice: [
                "Agree on hours. Musicians are used to timetables, and a written one lasts longest.",
                "Offer to split the price of a practice mute; for a trombone it is about a month of peace.",
                "The mediation office in {town} is free and has heard every instrument there is.",
                "Ask for another tune. It shows an interest, and it worked in my cousin's street.",
            ],
            steps: [
                "Take up the bagpipes, at the same hours and with less talent.",
                "Leave estate agents' cards in the hall.",
                "Praise a town that is far away, with good rehearsal rooms.",
                "Smile each time, until it is alarming.",
            ],
            asides: [
                "The trombone is the only instrument that needs to know who is sitting in front.",
                "Hedges grow fastest between people who aren't speaking.",
            ]
        ),
        Scenario(
            ask: "keep a hot plate in my room at the hall of residence in {town}",
            doing: "keeping a hot plate in your room",
            persona: "a caretaker who cooks in the boiler room",
            contexts: [
                "The kitchen on our floor has been closed since {day} on account of {name}'s chilli.",
                "There is a smoke detector, but I have a shower cap.",
            ],
            topic: "how a smoke detector notices smoke",
            fact: "Inside there is a small dark chamber with a beam of light, and smoke scatters it onto a sensor.",
            reasons: [
                "A shower cap on a detector means that the whole floor sleeps without one.",
                "Old wiring and a hot plate have only one argument, and it's at three in the morning.",
            ],
            advice: [
                "Ask the warden which kitchen you may use meanwhile; there is always one that nobody knows.",
                "A kettle makes couscous, noodles, porridge and eggs, of a kind.",
                "A thermos cooks rice overnight: boiling water in, lid on, patience.",
                "Team up with the floor below, with you buying and them stirring.",
            ],
            steps: [
                "Cook on the window sill when it's windy.",
                "Begin with things that smell of toast, for toast is allowed.",
                "Keep it in a box marked \"Statistics\".",
                "At the fire drill, carry the box out with you.",
            ],
            asides: [
                "Chilli was once a way of hiding the meat and is now a way of hiding the beans.",
                "I'm told that nobody in {town} has ever opened a box marked \"Statistics\".",
            ]
        ),
        Scenario(
            ask: "move the garden fence half a metre onto {name}'s side",
            doing: "moving the fence onto {name}'s land",
            persona: "a land surveyor who drinks",
            contexts: [
                "They are in Spain until {day}, and I'd like room for a greenhouse.",
                "It's mostly nettles, and I would give them a good home.",
            ],
            topic: "how a boundary is drawn on a plan",
            fact: "On most plans the boundary is the middle of a line that is drawn half a metre thick.",
            reasons: [
                "Fences are remembered by everyone for ever, and especially by the people in the house behind.",
                "A greenhouse on someone else's half metre belongs, in the end, to the lawyers.",
            ],
            advice: [
                "Offer to rent the strip for a crate of tomatoes a year, with a note that you both sign.",
                "Order the plan from the land registry, since the old fence may be standing on your side.",
                "A lean-to against the south wall gets more sun and needs no strip at all.",
                "Offer to clear the nettles. People grow generous about land that somebody has weeded.",
            ],
            steps: [
                "Move one post a week, starting at the compost end.",
                "Bring the honeysuckle along, as people know a fence by what grows on it.",
                "Lay the lawn back like a carpet.",
                "When they're back, complain that they have grown.",
            ],
            asides: [
                "Nettles make a fair soup and an excellent excuse.",
                "Good fences are said to make good neighbours by people who have never bought one.",
            ]
        ),
        Scenario(
            ask: "fake a leak so that the landlord has to redo my bathroom",
            doing: "faking a leak in your bathroom",
            persona: "a plumber with a theatrical streak",
            contexts: [
                "It's avocado green, and {name} refuses to shower in it.",
                "He is coming on {day} and only ever looks at the ceiling.",
            ],
            topic: "how you find out where a leak comes from",
            fact: "A plumber dries everything, lays out paper tissue and waits to see which bit goes dark first.",
            reasons: [
                "He will send a plumber, and the plumber will find a watering can.",
                "Water that is put into a floor stays there, and the people below have just painted.",
            ],
            advice: [
                "List what is really worn, such as grout, seal and tap, since landlords must mend that.",
                "Offer to paint the tiles at your own cost. Tile paint is cheap, and owners rarely say no.",
                "Ask for a new bathroom against a longer lease; he saves a change of tenant.",
                "White towels and a plant make avocado look like a decision.",
            ],
            steps: [
                "Mist the ceiling from a plant sprayer for three evenings.",
                "Add cold tea for the brown edge.",
                "Put a bucket under it and look at it bravely.",
                "Say that you can hear it at night.",
            ],
            asides: [
                "Avocado was the colour of a whole decade, and the decade has apologised.",
                "A dripping tap in {town} was once recorded by a composer, who gave it two stars.",
            ]
        ),
        Scenario(
            ask: "skip my turn at cleaning the stairs and blame it on {name}",
            doing: "blaming {name} for the stairs",
            persona: "a concierge who keeps the peace and the score",
            contexts: [
                "There is a list in the hall, and it's in pencil.",
                "It was my turn last {day}, too, or somebody's.",
            ],
            topic: "how to share out the chores in a house fairly",
            fact: "The fairest lists go round in a fixed order and let people swap, but only in writing.",
            reasons: [
                "{name} will take the blame from five floors of people for a bucket that was yours.",
                "A pencil list works for as long as nobody owns a rubber.",
            ],
            advice: [
                "Swap weeks with someone. Most would rather do it on a {day} than argue on a Sunday.",
                "Do it badly in ten minutes: a quick sweep keeps the peace better than a good excuse.",
                "Suggest paying a cleaner between all the flats; it's a few pounds each.",
                "Put the list online with a reminder, so that no one has to be the one who remembers.",
            ],
            steps: [
                "Rub out one name, and blow away the crumbs.",
                "Leave a dry mop by {name}'s door.",
                "Sigh on the landing when others go by.",
                "Say that you don't want to make a thing of it.",
            ],
            asides: [
                "The third stair in any house is the one that creaks, so that mothers can sleep.",
                "In {town} they wash the doorsteps on {day}s, and look to see who doesn't.",
            ]
        ),
    ]
}
