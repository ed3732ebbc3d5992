extension Category {
    /// Small sums by crooked ways.
    static let money: [Scenario] = [
        Scenario(
            ask: "return a coat to the shop after wearing it to {name}'s wedding",
            doing: "returning a coat that you have worn",
            persona: "a shop assistant who has stopped caring",
            contexts: [
                "The label is still in it, if you know where to look.",
                "It cost more than the wedding present, and the thirty days end on {day}.",
            ],
            topic: "how long a shop has to take things back",
            fact: "For a change of mind it depends on the shop's own terms; for a fault it's the law, and much longer.",
            reasons: [
                "Shops end up burning such coats, because nobody may sell them as new.",
                "There is confetti in the pocket. There is always confetti in the pocket.",
            ],
            advice: [
                "Sell it second-hand with a good photograph, as a coat worn once fetches about two thirds.",
                "Hire the next one: there is a place in {town} that lends out better coats than it sells.",
                "If a seam has gone, take it back for that, with the receipt, and say so.",
                "Wear it thirty times, and it was cheap.",
            ],
            steps: [
                "Air it for two days, and steam it over the bath.",
                "Sew the label on again with the shop's kind of thread.",
                "Go at closing time on the last day.",
                "Say that it didn't feel like you.",
            ],
            asides: [
                "Rice was thrown at weddings before confetti, and shoes before rice.",
                "A good coat hanger outlives three coats and is never thanked.",
            ]
        ),
        Scenario(
            ask: "tell {name} that the concert tickets cost more than they did",
            doing: "overcharging {name} for the tickets",
            persona: "a ticket tout with a conscience, on holiday from it",
            contexts: [
                "I queued in {town} in the rain for those tickets, and that's worth something.",
                "There are six of us on {day}, so it would be hardly anything each.",
            ],
            topic: "what a booking fee is for",
            fact: "A booking fee pays for the card, the computer and the feeling that somebody is in charge.",
            reasons: [
                "The price is printed on the ticket, in the largest letters there are.",
                "Between friends the sum is small, and the finding out is not.",
            ],
            advice: [
                "Ask for the price plus a drink each; nobody refuses that to the one who queued.",
                "Say that you'd like a little for the trouble. Put plainly, it nearly always works.",
                "Let {name} buy the next lot, and queue in turns.",
                "Round up for all six, out loud, and put what is over towards the taxi.",
            ],
            steps: [
                "Tear off the corner with the price, as if in haste.",
                "Speak of fees, in the plural.",
                "Ask for it in cash, and have no change.",
                "Buy the first round, so that it looks generous.",
            ],
            asides: [
                "Rain in {town} comes from the side, which is why the queue stands in a curve.",
                "The sixth friend is always late and has always already eaten.",
            ]
        ),
        Scenario(
            ask: "claim {day}'s dinner with my cousin {name} as a business expense",
            doing: "charging dinner with {name} to the company",
            persona: "an accountant with a poetic licence",
            contexts: [
                "We did talk about work, in the sense that we complained about it.",
                "It was the lobster, and I'd rather not discuss the wine.",
            ],
            topic: "what counts as a business meal",
            fact: "A business meal needs a business reason, the names of the guests and a receipt, in that order.",
            reasons: [
                "It's a form with your signature on it, and the lobster is itemised.",
                "Whoever checks it has a cousin too.",
            ],
            advice: [
                "Ask what the company does pay for; many cover a meal on any trip over eight hours.",
                "Claim the train, which was real, and be glad of that.",
                "If you did win business, write down what, with whom and when, and let them decide.",
                "Go halves with {name}. Cousins expect it, particularly after wine.",
            ],
            steps: [
                "Make {name} a consultant; everyone is one now.",
                "Lose the long receipt and keep the short one.",
                "Write \"regional outlook\" on the line for the reason.",
                "Hand it in with a very small claim for stamps.",
            ],
            asides: [
                "The tip is the only part of a bill that tells you anything about the guest.",
                "In {town} the lobster comes with a bib, and the bib comes with a poem.",
            ]
        ),
        Scenario(
            ask: "ride the tram in {town} without paying",
            doing: "riding the tram without a ticket",
            persona: "a ticket inspector who reminisces",
            contexts: [
                "It's only three stops, and {name} has never been checked.",
                "The machine is broken every {day}, which I take as a hint.",
            ],
            topic: "how tram fares are worked out",
            fact: "A flat fare is cheaper to collect than a fair one, so most towns have zones and a compromise.",
            reasons: [
                "One fine costs as much as two months of tickets, and the inspector wears a cardigan now.",
                "The tram is there at six in the morning because most people pay.",
            ],
            advice: [
                "Walk the three stops; in {town} that is eleven minutes, and faster than waiting.",
                "Buy the ticket on your phone, as a broken machine is no excuse with inspectors any more.",
                "Ask about the short-hop fare, which is about half the price and badly advertised.",
                "Look whether your employer pays towards a season ticket; a good many do.",
            ],
            steps: [
                "Stand by the middle door with a bag of shopping.",
                "Get out when two people get in who aren't talking to each other.",
                "Keep an old ticket in your hat, and look for it slowly.",
                "Come from abroad, if asked.",
            ],
            asides: [
                "The last conductor in {town} could punch a ticket in the shape of a swan.",
                "A tram bell is tuned to be heard, and not to be liked.",
            ]
        ),
        Scenario(
            ask: "sell {name} my car without mentioning the noise",
            doing: "selling {name} the car and hiding the noise",
            persona: "a used-car dealer in a very wide tie",
            contexts: [
                "It only does it uphill, and {name} lives in the flat part of {town}.",
                "The buyer comes on {day}, and I can whistle.",
            ],
            topic: "what a seller must say about a used car",
            fact: "A private seller needn't volunteer everything, but may not hide a known fault or lie when asked.",
            reasons: [
                "A noise uphill is a part coming loose, and it picks its own moment.",
                "{name} knows where you live. It's on the papers.",
            ],
            advice: [
                "Get the noise looked at; half of them turn out to be a bracket for the price of a lunch.",
                "Name it in the advert and take a little off. Honest adverts sell faster.",
                "Offer a drive up the hill, and let the buyer decide with open ears.",
                "Sell it to a garage as it stands, because they have heard the noise before.",
            ],
            steps: [
                "Show it on a level street beside a building site.",
                "Have the radio on, something with a double bass.",
                "Talk about the ashtray, which is as good as new.",
                "Take the money before the hill.",
            ],
            asides: [
                "A car's glove box has held everything but gloves since about 1950.",
                "The hill in {town} is called Flat Street, and nobody will say why.",
            ]
        ),
        Scenario(
            ask: "win back the ten pounds I lost to {name} with a rigged bet",
            doing: "rigging a bet against {name}",
            persona: "a bar-room philosopher with a trick for everything",
            contexts: [
                "It was about a goose, and I was right in spirit.",
                "{name} pays up at once, which is the nice thing about it.",
            ],
            topic: "why people misjudge chances",
            fact: "In a room of twenty-three people it is more likely than not that two share a birthday.",
            reasons: [
                "A bet that you can't lose is only a slow way of taking ten pounds.",
                "The next time the two of you argue about a goose, no one will want to hold the money.",
            ],
            advice: [
                "Offer double or quits on something that neither of you can know, like Tuesday's weather.",
                "Show {name} the birthday trick for nothing, and let the drinks come by themselves.",
                "Pay the ten pounds. It's a fair price for having learnt about geese.",
                "Bet for chores; washing up stings less than money and is remembered longer.",
            ],
            steps: [
                "Bet on a match that you have already heard the end of.",
                "Say that you've got a feeling.",
                "Lose a small one first, and groan.",
                "Win on {day}, and look into your glass, amazed.",
            ],
            asides: [
                "A goose will mate for life and bear a grudge for longer.",
                "The landlord at {town} keeps the stakes in a teapot, and the tea in a till.",
            ]
        ),
        Scenario(
            ask: "get a free dessert by saying it's my birthday",
            doing: "inventing a birthday for the dessert",
            persona: "a head waiter with a heart of meringue",
            contexts: [
                "They do a thing in {town} with sparklers.",
                "It was {name}'s idea, and {name} has had four birthdays since {day}.",
            ],
            topic: "why restaurants give away desserts",
            fact: "A birthday dessert costs the kitchen little and brings the whole table back next year.",
            reasons: [
                "The whole staff comes out to sing, and they look so pleased.",
                "In a small town you'll be aged by the number of desserts.",
            ],
            advice: [
                "Ask for it as a half portion with two spoons, for the table.",
                "Say that you can't afford it, but it looks wonderful. Waiters have a drawer for that.",
                "Give them your real date; many places send a voucher.",
                "Celebrate something true. A finished tax return has had sparklers in its time.",
            ],
            steps: [
                "Let somebody else mention it, behind your back.",
                "Say that you don't want any fuss.",
                "Be a round number, as those get cream.",
                "Remember what you have said, should they keep a book.",
            ],
            asides: [
                "The sparkler was meant for Christmas trees, and for dry weather.",
                "A meringue is nothing but egg white and nerve.",
            ]
        ),
        Scenario(
            ask: "pay less at the flea market in {town} by pretending to be an expert",
            doing: "posing as an expert at the flea market",
            persona: "an antiques dealer with a monocle he doesn't need",
            contexts: [
                "There's a clock, and an old lady who doesn't know what she has got.",
                "It worked for {name}, who got a lamp and has dined out on it since {day}.",
            ],
            topic: "how to tell an old clock from a new one",
            fact:
                "Look at the back plate: old movements are scratched with repairers' initials, and new ones are clean.",
            reasons: [
                "She will have polished that clock for fifty years, and believes what you tell her.",
                "It isn't a bargain if the other side was frightened into it.",
            ],
            advice: [
                "Ask what she would take for it, stay friendly, and come back at four, when people are packing up.",
                "Bundle: the clock and the jug together for one sum, and both of you feel clever.",
                "If you think it's worth more than she asks, tell her. It makes for a good day.",
                "Bring cash in small notes, which is the only thing that reliably lowers a price.",
            ],
            steps: [
                "Breathe in sharply and turn it over.",
                "Say \"after 1920, alas\", whatever it is.",
                "Put it down, go three stalls on and wait.",
                "Take it off her hands as a favour.",
            ],
            asides: [
                "Every flea market has a box of keys, and somewhere there must be a box of locks.",
                "The lamp with the tassels comes round again every nine years, like a comet.",
            ]
        ),
    ]
}
