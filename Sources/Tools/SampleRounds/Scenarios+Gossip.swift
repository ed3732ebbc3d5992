extension Category {
    /// Words about people who are not in the room.
    static let gossip: [Scenario] = [
        Scenario(
            ask: "start a rumour that {name} is leaving the choir",
            doing: "starting a rumour about {name}",
            persona: "a hairdresser who hears everything first",
            contexts: [
                "Then the solo on {day} would be free, and I know all the words.",
                "It might even be true, if enough people said it.",
            ],
            topic: "how rumours spread",
            fact: "A rumour travels fastest when it is short, a little worrying and passed on by someone kind.",
            reasons: [
                "{name} will hear of it on the same evening, and so will the person who tells them who began it.",
                "People do leave choirs over such things, and then it's true and it's yours.",
            ],
            advice: [
                "Ask the conductor to hear you for the next solo, and say which one.",
                "Offer to be {name}'s understudy. Throats fail in every choir at least twice a winter.",
                "Learn the alto line as well, because they are always short of altos.",
                "Sing it at home for {name} and ask for one piece of advice; rivals are good teachers.",
            ],
            steps: [
                "Ask three people whether they have heard, and say no more.",
                "Be sad about it before anybody else.",
                "Organise a card.",
                "When it gets back to {name}, sign the card first.",
            ],
            asides: [
                "The tenors in {town} stand at the back, not for the sound but for the door.",
                "A conductor's stick weighs less than a pencil and has ended more friendships.",
            ]
        ),
        Scenario(
            ask: "write an anonymous letter about {name}'s front garden",
            doing: "sending {name} an anonymous letter",
            persona: "the secretary of a very strict residents' association",
            contexts: [
                "There are eleven gnomes, and one of them faces my kitchen.",
                "Somebody has to say it before the judges come on {day}.",
            ],
            topic: "where garden gnomes come from",
            fact: "Clay gnomes were first made in workshops in Thuringia and came to English gardens in the 1840s.",
            reasons: [
                "A letter without a name is read as coming from everyone, and it frightens people.",
                "You are the only one whom the gnome faces.",
            ],
            advice: [
                "Ask {name} to turn that one gnome a little; it is a small thing and will be granted.",
                "A trellis with sweet peas on your own side hides a gnome from June to September.",
                "Leave taste to the judges, who have seen worse in {town} and given it a prize.",
                "Bring a cutting from your own garden and talk about yours first.",
            ],
            steps: [
                "Type it, because your handwriting leans.",
                "Write \"some of us feel\", since a plural is hard to argue with.",
                "Post it from another district.",
                "Receive one yourself, and show it around.",
            ],
            asides: [
                "A gnome with a fishing rod is asking for a pond, and a pond is asking for a heron.",
                "Sweet peas were bred for their scent and are grown to annoy the people without any.",
            ]
        ),
        Scenario(
            ask: "leave a bad review for {name}'s café because of a quarrel",
            doing: "writing a false review of {name}'s café",
            persona: "a restaurant critic who has never been pleased",
            contexts: [
                "We fell out on {day}, about a chair.",
                "The coffee is good, that's the annoying part.",
            ],
            topic: "how people read reviews",
            fact: "Most readers skip the top and bottom marks, and trust the ones in the middle that mention a detail.",
            reasons: [
                "It is {name}'s rent, and the quarrel was about a chair.",
                "They will know the style. You say \"frankly\" a great deal.",
            ],
            advice: [
                "Go back and say \"about the chair\"; the rest usually says itself.",
                "If something was really poor, tell the owner first and the internet afterwards.",
                "Write the angry version, keep it till Sunday, and then throw it away.",
                "Take your custom to the other place in {town} for a month, and see whether you miss the first.",
            ],
            steps: [
                "Give it two stars, because one looks personal.",
                "Complain about a soup, for everybody has had one.",
                "Praise the location, so as to sound fair.",
                "Sign as somebody from out of town.",
            ],
            asides: [
                "A chair in a café is never comfortable for more than an hour, and that is the idea.",
                "The milk jug was invented by someone who wanted to be asked.",
            ]
        ),
        Scenario(
            ask: "find something embarrassing about {name} for my wedding speech",
            doing: "digging out something to shame {name} with",
            persona: "a best man who has done it eleven times",
            contexts: [
                "I have until {day}, and all I know is that {name} is punctual.",
                "At my own wedding there was a slide show, so this is only justice.",
            ],
            topic: "how a wedding speech is built",
            fact: "Five minutes are plenty: who you are, one story, one true kindness, and glasses up.",
            reasons: [
                "There will be grandmothers, a video and a marriage to follow.",
                "It is the one day when the whole room is on {name}'s side.",
            ],
            advice: [
                "Tell a story in which you are the fool and {name} is merely present.",
                "Ask the mother for a story from school; they're sweet and have been approved.",
                "Be funny about the punctuality: \"at the church since {day}\" is a good opening.",
                "Try it on someone who will be there, and cut whatever makes them look at the floor.",
            ],
            steps: [
                "Ring the cousin who was not invited.",
                "Ask about the holiday in {town}, and wait.",
                "Look for a photograph with a moustache in it.",
                "Begin with \"I promised not to\", which always gets a cheer.",
            ],
            asides: [
                "The cake is cut with a sword in some families, and in others by whoever is nearest.",
                "A speech feels three times as long to the person next to the microphone.",
            ]
        ),
        Scenario(
            ask: "make {name} jealous with an invented admirer",
            doing: "inventing an admirer to make {name} jealous",
            persona: "a matchmaker with a poor record",
            contexts: [
                "I thought of someone from {town}, tall, with a motorbike.",
                "{name} forgot our {day}, so let there be consequences.",
            ],
            topic: "why people feel jealous",
            fact: "Jealousy is mostly fear of losing something, and it doesn't check whether the rival exists.",
            reasons: [
                "A made-up rival needs a name, a job and a motorbike, and you'll have to keep up with all of it.",
                "What it teaches {name} is not to miss you but to doubt you.",
            ],
            advice: [
                "Say that you minded about {day}, and what you'd have liked instead.",
                "Plan the next evening yourself and let {name} plan the one after.",
                "Go out with friends whom you really have; being happy is quite visible.",
                "If you are always the one who waits, ask yourself, on paper, what for.",
            ],
            steps: [
                "Send yourself flowers, but not too many.",
                "Smile at your phone and put it away.",
                "Mention a motorbike in passing.",
                "When {name} asks for a name, say that it is early days.",
            ],
            asides: [
                "Nobody in {town} has a motorbike that starts in the wet.",
                "The language of flowers had a bloom for \"I have read your letter and am not persuaded\".",
            ]
        ),
        Scenario(
            ask: "pass on what {name} told me in confidence without seeming to",
            doing: "passing on {name}'s secret",
            persona: "a diplomat of the old school",
            contexts: [
                "It's about the new vicar, and I've held it in since {day}.",
                "I would only tell one person, and she never tells more than two.",
            ],
            topic: "why secrets are hard to keep",
            fact: "What makes a secret hard is thinking about it alone; that tires people more than hiding it does.",
            reasons: [
                "{name} chose one person to tell, and it was you.",
                "In {town} a secret has been all round and back again by lunch, with your name on it.",
            ],
            advice: [
                "Tell {name} that it weighs on you, and ask if you might talk about it with one other person.",
                "Write it down and burn the paper, which helps more than you'd think.",
                "If someone could come to harm, say so to {name} first and then to those who can help.",
                "Have a sentence ready for when you are asked: \"You would have to ask {name}.\"",
            ],
            steps: [
                "Begin with \"I didn't hear this from me\".",
                "Say what it isn't, one thing at a time.",
                "Raise your eyebrows at the right guess.",
                "Make them swear not to tell, since it helps it along.",
            ],
            asides: [
                "A vicar moves house about every seven years, and always with the same piano.",
                "I have heard that the best place for a secret is the minutes of a committee.",
            ]
        ),
        Scenario(
            ask: "let the whole office know that {name} snores",
            doing: "telling the office that {name} snores",
            persona: "an office comedian with an audience of four",
            contexts: [
                "We shared a room at the conference in {town}, and I've not slept since.",
                "{name} told everybody about my singing on {day}.",
            ],
            topic: "why people snore",
            fact:
                "Snoring is loose tissue at the back of the throat that flutters, mostly in people who lie on their backs.",
            reasons: [
                "What happens in a shared hotel room is covered by an old and sensible treaty.",
                "You do sing, and there is a recording.",
            ],
            advice: [
                "Ask for a single room next time, with no reason given; the office would rather not know one.",
                "Tell {name} alone. It can be a sign of something that a doctor sorts out easily.",
                "Foam earplugs, rolled thin and held in for half a minute, take off more than you'd expect.",
                "Take the joke about the singing with grace, and it will be over in a week.",
            ],
            steps: [
                "Yawn at the meeting and look at {name} with warmth.",
                "Use the word \"chainsaw\" about something else.",
                "Play the recording as a puzzle: animal or machine?",
                "Apologise in public, at some length.",
            ],
            asides: [
                "Conference hotels are built around a carpet that nobody can describe afterwards.",
                "The loudest snore on record would have broken the rules for lorries in {town}.",
            ]
        ),
        Scenario(
            ask: "send {name} a love letter from somebody else as a joke",
            doing: "sending {name} a made-up love letter",
            persona: "a poet who is paid by the stanza",
            contexts: [
                "It would be from the man at the cheese counter in {town}.",
                "{name} has read nothing but invoices since {day}.",
            ],
            topic: "what makes a good love letter",
            fact: "A good love letter names one small thing that nobody else has noticed.",
            reasons: [
                "There is a moment when {name} believes it, and that moment is the cruel part.",
                "The man at the cheese counter has done nothing but sell cheese.",
            ],
            advice: [
                "Write {name} a letter of your own that says what you like about them, and sign it.",
                "Send a funny postcard instead; a picture of a donkey has never hurt anyone.",
                "Invite both of them to supper, if you think there is something in it.",
                "Bring cheese, and leave the rest to {name}.",
            ],
            steps: [
                "Use squared paper, like a man who weighs things.",
                "Mention the Gouda, but only once.",
                "Smudge one line with a thumb.",
                "Suggest {day} at six beside the olives.",
            ],
            asides: [
                "Gouda is said the way one clears one's throat, at least by the people who make it.",
                "A stanza used to be a room, and a poet used to live in one.",
            ]
        ),
    ]
}
