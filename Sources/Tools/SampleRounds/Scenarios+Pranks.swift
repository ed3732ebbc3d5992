extension Category {
    /// Jokes at somebody's expense.
    static let pranks: [Scenario] = [
        Scenario(
            ask: "fill {name}'s office with balloons before {day}",
            doing: "filling {name}'s office with balloons",
            persona: "a children's entertainer with the master key",
            contexts: [
                "It's a birthday, and {name} has called birthdays a waste of cake.",
                "I've got four hundred balloons and no plan.",
            ],
            topic: "how many balloons fit into a room",
            fact: "A small office takes about two thousand balloons, and a person takes a minute over each.",
            reasons: [
                "Some people can't be near the rubber, and nobody has asked {name}.",
                "On Monday somebody has to sweep it up, and it's never the joker.",
            ],
            advice: [
                "Do the desk and not the room: twenty balloons and a cake are funny, two thousand are a job.",
                "Ask whoever sits next to {name} whether it would be liked.",
                "Use paper ones, which fold away afterwards and don't go off like shots.",
                "Stay behind to clear up, and it will be remembered as kind.",
            ],
            steps: [
                "Borrow the key from the cleaner, who has been waiting for something like this.",
                "Start at the window and work backwards to the door.",
                "Fill the last few with confetti, for later.",
                "Hide the pins in your own desk, so that they can't be found.",
            ],
            asides: [
                "A balloon squeaks a semitone lower each day, as the air goes out.",
                "The paper streamer is older than the balloon and has aged better.",
            ]
        ),
        Scenario(
            ask: "swap the sugar for salt at {name}'s tea party",
            doing: "salting the sugar at {name}'s",
            persona: "a mischievous great-uncle",
            contexts: [
                "It's on {day}, and there will be a bishop.",
                "{name} did it to me in 1998, and I've been patient.",
            ],
            topic: "why salt and sugar look so alike",
            fact: "Both are clear crystals; salt breaks into cubes and sugar into slants, which you see with any lens.",
            reasons: [
                "Somebody in that room has been told by a doctor to keep off salt.",
                "A bishop who spits is funny for a second and a story for ever.",
            ],
            advice: [
                "Bring a joke that can be eaten: a sponge cake iced as a pork pie does the trick.",
                "Settle the score by telling the story of 1998 in front of everyone, with gestures.",
                "If it has to be the sugar, shape the lumps like dice. Nobody is any the worse.",
                "Do it at home, to yourself, and watch how little you laugh.",
            ],
            steps: [
                "Use fine salt, since coarse salt glitters.",
                "Leave one spoonful of sugar on top, for the first guest and your alibi.",
                "Take yours without.",
                "Be in the garden when the bishop stirs.",
            ],
            asides: [
                "Tea reached {town} late, and has been stewing ever since.",
                "There is a proper order for scones, bishops and jam, and I have it written down somewhere.",
            ]
        ),
        Scenario(
            ask: "convince {name} that the clocks go back on {day}",
            doing: "fooling {name} about the clocks",
            persona: "a clockmaker with time on his hands",
            contexts: [
                "I would love just once to be the punctual one.",
                "{name} believes anything that is printed out.",
            ],
            topic: "why the clocks are changed",
            fact: "The clocks were first changed in 1916 to save coal, and have been argued about ever since.",
            reasons: [
                "{name} might miss a train, a shift or a dentist, and none of those are in on it.",
                "You would be punctual only by an hour that you stole.",
            ],
            advice: [
                "Set your own watch ten minutes fast, which fools only you and does work.",
                "Agree with {name} to meet a quarter of an hour before it matters.",
                "Save it for the first of April and confess at noon, as is proper.",
                "Lay out your things the evening before: lateness is mostly socks.",
            ],
            steps: [
                "Change the kitchen clock first, since people trust ovens.",
                "Leave a cutting on the table about farmers.",
                "Ask in passing what {name} will do with the hour.",
                "Arrive first and look at your watch.",
            ],
            asides: [
                "The church in {town} kept its own time until 1880, and some say longer.",
                "A cuckoo clock is a fortnight's holiday that you have to wind.",
            ]
        ),
        Scenario(
            ask: "put a live lobster in {name}'s bath",
            doing: "putting a lobster in {name}'s bath",
            persona: "a fishmonger with an artistic side",
            contexts: [
                "There's a man in {town} who sells them, still cross.",
                "{name} put a hedgehog in my tent on {day}, though the hedgehog came of its own accord.",
            ],
            topic: "what a lobster needs to live",
            fact: "A lobster needs cold salt water with a lot of air in it, and would like a hole to back into.",
            reasons: [
                "Tap water kills a lobster within hours, and it hasn't done anything.",
                "{name} may step in without looking, and then there are two victims.",
            ],
            advice: [
                "Use a rubber one; at seven in the morning nobody checks.",
                "Adopt a lobster in {name}'s name at the hatchery, which sends a certificate and a photograph.",
                "Serve a cake in the shape of one. It is the claws that people remember.",
                "Pay back the hedgehog with a toy hedgehog in the post, one a week, without a note.",
            ],
            steps: [
                "Carry it in a cool box, with wet newspaper.",
                "Run the bath cold and be generous with the kitchen salt.",
                "Leave the bands on the claws, and a duck for company.",
                "Brush your teeth downstairs.",
            ],
            asides: [
                "A poet is said to have walked a lobster on a ribbon, because it didn't bark.",
                "Hedgehogs can swim, but prefer to be asked.",
            ]
        ),
        Scenario(
            ask: "ring {name} pretending to be the water board",
            doing: "ringing {name} as the water board",
            persona: "a radio comedian from the great days",
            contexts: [
                "I'd have {name} fill every pot in the house by {day}.",
                "I do a very good voice, a bit through the nose.",
            ],
            topic: "how a water supply is shut off for repairs",
            fact: "The water board sends a card some days ahead, closes a valve in the street and opens it slowly.",
            reasons: [
                "People act on a call like that: they cancel things, carry buckets and lift too much.",
                "It is just the trick that swindlers use, and {name} will trust the next real call less.",
            ],
            advice: [
                "Ring as yourself with the voice; half the pleasure is {name} guessing.",
                "Write it as a sketch. The amateur theatre in {town} is short of two minutes.",
                "Choose a joke that ends after one sentence, such as asking whether the fridge is running.",
                "Send a card from a made-up Ministry of Teapots that nobody could believe.",
            ],
            steps: [
                "Hold the receiver at arm's length and rustle some paper.",
                "Give a case number, with letters.",
                "Advise them to fill the bath, and then the wellingtons.",
                "Ring back to say that it was next door.",
            ],
            asides: [
                "A wellington holds four litres, though it's rarely asked to.",
                "The best voice on the wireless belonged to a man who never left {town}.",
            ]
        ),
        Scenario(
            ask: "replace all the family photographs in {name}'s hall with pictures of me",
            doing: "replacing {name}'s photographs with your own",
            persona: "a portrait painter with a high opinion of himself",
            contexts: [
                "I'm feeding {name}'s fish until {day}, and I have a printer.",
                "The frames would stay, and so would the poses.",
            ],
            topic: "how to hang a picture straight",
            fact: "Two hooks and a bit of tape at the lower corners keep a picture straighter than any spirit level.",
            reasons: [
                "One of those photographs will be the only one there is of somebody.",
                "You were given the key for the fish.",
            ],
            advice: [
                "Change just one, in a frame that you bring yourself, and leave the real ones alone.",
                "Make a calendar of it instead: twelve poses, and {name} can choose not to hang it.",
                "Slip a small portrait into the cutlery drawer, where it will do its work by itself.",
                "Feed the fish. Send a daily picture of you with the fish, in every sort of hat.",
            ],
            steps: [
                "Measure the frames and copy the smiles.",
                "Begin with the uncle behind the door, whom nobody looks at.",
                "Do the wedding last, in both roles.",
                "Leave the originals in the oven, off, in tissue paper.",
            ],
            asides: [
                "Goldfish remember for months, whatever you've been told, and they've seen you.",
                "The painter of {town} did the whole council as vegetables, and was thanked.",
            ]
        ),
        Scenario(
            ask: "tell the new colleague {name} that {day} is fancy dress day",
            doing: "sending {name} to work in fancy dress",
            persona: "a schoolboy who never grew up",
            contexts: [
                "I had to come as a carrot in my first week, and it made me who I am.",
                "There's a client from {town} coming, which would add something.",
            ],
            topic: "why people dress up at carnival",
            fact: "Carnival let everyone be somebody else for a few days before the long thin weeks of Lent.",
            reasons: [
                "A first week is long enough without feathers.",
                "You still remember the carrot, which rather makes the point.",
            ],
            advice: [
                "Make it a real one: announce a hat day for everybody, and wear the worst yourself.",
                "Take {name} to lunch and tell them about the carrot; it is the better welcome.",
                "Draw a map of the office with its customs, such as which tap is hot and who is.",
                "Leave an unsigned biscuit on the new desk each morning for a week.",
            ],
            steps: [
                "Mention it lightly, by the kettle.",
                "Say that last year's winner still has the cup.",
                "Come in dressed as usual, with a hat in your bag as a way out.",
                "Let reception in on it, so that they keep a straight face.",
            ],
            asides: [
                "The carrot was purple until somebody wanted it to match.",
                "A hat hides a bad haircut and announces a worse one.",
            ]
        ),
        Scenario(
            ask: "make {name} think the house in {town} is haunted",
            doing: "making {name} believe in a ghost",
            persona: "a stage ghost with thirty years' experience",
            contexts: [
                "We're all staying there from {day}, and I have a fishing line.",
                "{name} says that ghosts are for children, so it would be educational.",
            ],
            topic: "why old houses make noises",
            fact: "Timber shrinks as a house cools after sunset, and lets go in small cracks, mostly on the stairs.",
            reasons: [
                "Someone who is afraid at night falls down real stairs.",
                "Once {name} has stopped sleeping, nobody else in the house will sleep either.",
            ],
            advice: [
                "Tell a ghost story round the fire, and let the house do the rest by itself.",
                "Plan it with {name} for the others; sceptics make very good ghosts.",
                "Promise beforehand that there will be one trick in the weekend, and it becomes a game.",
                "Visit the castle, which employs a professional at three o'clock.",
            ],
            steps: [
                "Tie the line to the rocking chair, and go to bed early.",
                "Put a drop of lavender where no lavender is.",
                "Stop the hall clock at ten past two, every night.",
                "At breakfast, ask who was singing.",
            ],
            asides: [
                "The ghosts of {town} are nearly all monks, though there was never an abbey.",
                "A rocking chair moves for an hour after you have left it, or feels as though it does.",
            ]
        ),
    ]
}
