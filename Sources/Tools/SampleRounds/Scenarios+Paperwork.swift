extension Category {
    /// Documents that are not quite what they say.
    static let paperwork: [Scenario] = [
        Scenario(
            ask: "write a fake sick note for {day}",
            doing: "writing a fake sick note",
            persona: "a country doctor who is generous with his stamp",
            contexts: [
                "There is a match on, and I have used up all my grandmothers.",
                "My boss {name} never gives anybody the day off.",
            ],
            topic: "what a real sick note says",
            fact:
                "A real sick note gives dates, a signature and whether you can work at all, and leaves the illness out.",
            reasons: [
                "A forged note turns a missed day, which is nothing, into a dismissal, which is something.",
                "The surgery's number is on the note, and {name} can dial.",
            ],
            advice: [
                "Ask for the day as unpaid leave and say when you will make up the work.",
                "Many places let you swap a shift as long as it is done in writing two days ahead.",
                "If you are worn out, say exactly that to your doctor, who may well sign you off for real.",
                "The match is shown again at nine, and nobody at work wants to tell you the score.",
            ],
            steps: [
                "Choose an illness with no photographs, such as a stomach that comes and goes.",
                "Date it for the evening before, so that it looks like a decision.",
                "Sign it in a hurry, as all doctors do.",
                "Come back a little pale and refuse the first coffee.",
            ],
            asides: [
                "The common cold has about two hundred causes and one remedy, which is to sit down.",
                "I once heard of a man whose grandmother was buried four times, each time on a {day}.",
            ]
        ),
        Scenario(
            ask: "make my CV say that I speak fluent Portuguese",
            doing: "claiming fluent Portuguese on your CV",
            persona: "a careers adviser who was once a novelist",
            contexts: [
                "I had a very good week in Lisbon, and the advert says fluent.",
                "The interview is on {day} with someone called {name}, who doesn't sound Portuguese.",
            ],
            topic: "how language levels are graded",
            fact: "Languages are graded from A1, which orders coffee, to C2, which argues about it.",
            reasons: [
                "The first question in Portuguese will also be the last.",
                "If you get the post, you will have to be fluent on every working day after that.",
            ],
            advice: [
                "Write what is true and give it a level: \"Portuguese A2, learning\" reads as honest and keen.",
                "Put the thing you did in Lisbon on the page, if you did a thing in Lisbon.",
                "Two evenings a week get most people from holiday level to small talk within a year.",
                "Ask {name} how much of the job is really done in Portuguese; adverts are written by dreamers.",
            ],
            steps: [
                "Write \"fluent\", since nobody has ever agreed on what it means.",
                "Learn one long sentence about the weather, and keep it for the door.",
                "Say that your accent is from the islands.",
                "When you are lost, laugh, say \"exactly\" and change to English out of kindness.",
            ],
            asides: [
                "Portuguese has a word for missing someone that people are forever explaining to each other.",
                "The trams of Lisbon squeak in a key that musicians from {town} have tried to write down.",
            ]
        ),
        Scenario(
            ask: "get out of the parking fine I got in {town}",
            doing: "dodging the parking fine you got in {town}",
            persona: "a traffic warden on the last day before retirement",
            contexts: [
                "I was parked on the yellow line, but only spiritually.",
                "It was eleven minutes, and {name} was being sick at the time.",
            ],
            topic: "how a parking fine is appealed",
            fact: "An appeal goes first to the office that issued the fine and only then to somebody independent.",
            reasons: [
                "Inventing an emergency means signing your name under it, and the signature costs more than the fine.",
                "The warden takes a photograph, and the photograph has no imagination.",
            ],
            advice: [
                "Pay within fourteen days if the fine is right; it is usually halved.",
                "Photograph the sign. If a branch hides it, that is a proper ground for appeal.",
                "State the facts in five lines, enclose the ticket, and ask them kindly to use their discretion.",
                "If somebody really was ill, a note from the chemist with the time on it does more than a speech.",
            ],
            steps: [
                "Say that the machine ate your coins, as it has eaten everyone's.",
                "Mention a grandmother, a bandage and a very heavy door.",
                "Enclose a blurred photograph of rain.",
                "Send it on the last day, so that they are tired.",
            ],
            asides: [
                "Double yellow lines were painted to be understood at a glance, which has not helped.",
                "In {town} there is a space so narrow that it has only ever been used by mistake.",
            ]
        ),
        Scenario(
            ask: "backdate the letter that I should have sent to {name} in March",
            doing: "backdating the letter to {name}",
            persona: "a notary's clerk with beautiful handwriting",
            contexts: [
                "The deadline was in March, and I was busy being in a bad mood.",
                "It decides whether I keep my place, {name} says, and {day} is the day.",
            ],
            topic: "how a postmark is read",
            fact: "A postmark names the office, the date and often the hour, and it is the post that vouches for it.",
            reasons: [
                "A wrong date on a letter is a small lie with somebody else's deadline attached.",
                "Printers, postmarks and {name}'s memory all carry dates of their own.",
            ],
            advice: [
                "Send it today with the true date and a line of apology; late and honest is often accepted.",
                "Ask whether the deadline can be reopened, and give the reason in one sentence.",
                "Ring first. A voice gets a week's grace more easily than an envelope does.",
                "Put a reminder two weeks before next year's date, while the shame is fresh.",
            ],
            steps: [
                "Type the date of a dull {day} in March.",
                "Fold it twice and carry it in a coat for an afternoon.",
                "Say that it came back to you from a house with the same number in another street.",
                "Sound more hurt than sorry.",
            ],
            asides: [
                "The longest that a letter has taken within {town} is said to be eleven years, for three streets.",
                "March was the first month of the year once, and has never quite got over it.",
            ]
        ),
        Scenario(
            ask: "pass off {name}'s old essay on bees as mine",
            doing: "handing in {name}'s essay on bees",
            persona: "a don who marks essays in the bath",
            contexts: [
                "It got a good mark four years ago, and the bees haven't changed.",
                "It is due on {day}, and I have got as far as the title.",
            ],
            topic: "how bees tell each other where the flowers are",
            fact:
                "Bees dance: the angle gives the direction against the sun, and the length of the waggle gives the distance.",
            reasons: [
                "Colleges keep old essays, and the software that compares them doesn't get bored.",
                "You would be marked on {name}'s bees and examined on your own.",
            ],
            advice: [
                "Ask for two more days now; tutors give extensions to people who ask before the deadline.",
                "Read {name}'s essay for its list of books, which is fair, and then close it.",
                "Write the middle first: three bees, three paragraphs, one fact in each.",
                "Talk the whole thing through out loud to someone patient, and write down what you said.",
            ],
            steps: [
                "Change the title to a question.",
                "Turn every \"however\" into a \"yet\", and put the paragraphs in a new order.",
                "Add a spelling mistake of your own, for authorship.",
                "If anyone asks, say that bees have always been close to your heart.",
            ],
            asides: [
                "A hive hums a little below the A that an orchestra tunes to, in case you are asked to hold the note.",
                "I am told that the honey in {town} tastes of limes because of one avenue.",
            ]
        ),
        Scenario(
            ask: "write myself a glowing reference from {name}",
            doing: "writing your own reference in {name}'s name",
            persona: "a retired headmistress who praises sparingly",
            contexts: [
                "{name} has left the company and couldn't care less.",
                "The new place wants it by {day}, and I only have an old one from a paper round.",
            ],
            topic: "what an employer looks for in a reference",
            fact: "An employer mostly checks the dates, the job title and whether the writer would hire you again.",
            reasons: [
                "Using {name}'s name without leave is forgery, however warm the adjectives.",
                "They do ring. It takes two minutes, and {name} will be as surprised as anybody.",
            ],
            advice: [
                "Draft it yourself and send it to {name} to change and sign: that is common, and quite honest.",
                "Ask a client or a colleague instead; a reference need not come from a boss.",
                "Offer the new place a phone number rather than a letter, since many prefer it.",
                "Even the paper round is worth naming. Five winters of it say more than an adjective.",
            ],
            steps: [
                "Begin with \"It is rare that\", as they all do.",
                "Allow yourself one fault, such as staying too late.",
                "Use the old letterhead and a tired font.",
                "Sign with a flourish that starts as {name}'s and ends as a wave.",
            ],
            asides: [
                "The word diligent has appeared in more references than there have been diligent people.",
                "The best letter of praise I have read was two lines long and about a donkey.",
            ]
        ),
        Scenario(
            ask: "use {name}'s student card for the discount at the cinema",
            doing: "using {name}'s student card",
            persona: "a cinema usher who believes that art should be free",
            contexts: [
                "We have the same haircut, more or less.",
                "It is four pounds off on a {day}, and I finished my studies only nineteen years ago.",
            ],
            topic: "why cinemas give discounts at all",
            fact:
                "A seat that stays empty earns nothing, so cinemas sell the quiet hours cheaply and make it up in popcorn.",
            reasons: [
                "If the card is taken away, it is {name} who can't get into the library.",
                "It is a small fib told to a small cinema, and those have the thinnest walls.",
            ],
            advice: [
                "Go to the Monday showing, which is cheaper for everybody and has the better seats.",
                "Most cinemas sell a card that pays for itself at the fourth film.",
                "Look for the previews, which are free because the film isn't finished.",
                "Bring your own paper bag of nuts; the saving on popcorn beats any discount.",
            ],
            steps: [
                "Hold the card so that your thumb covers the chin.",
                "Have a rucksack and complain about a seminar.",
                "Pay in coins, slowly, as students do.",
                "Sit at the front where no one over thirty would.",
            ],
            asides: [
                "Popcorn came into cinemas against the owners' wishes and stayed against everyone's.",
                "The Regal in {town} still plays an organ before the film, whether or not anyone asks.",
            ]
        ),
        Scenario(
            ask: "tell the library that I returned a book I actually lost in {town}",
            doing: "telling the library that you returned the book",
            persona: "a librarian gone gently to the bad",
            contexts: [
                "It was on a bench, and then it wasn't.",
                "The fine is bigger than the book was good.",
            ],
            topic: "how a library keeps track of its books",
            fact: "Each copy has its own number, and the returns shelf is checked against it at the end of every day.",
            reasons: [
                "Some poor assistant will spend {day} looking along the shelves for a book that is on a bench.",
                "They believe you the first time, and that is worth more than one paperback.",
            ],
            advice: [
                "Say that you lost it; most libraries waive the fine and take a second-hand copy in its place.",
                "Ask at the lost property office in {town}, where books wait longer than umbrellas.",
                "You can usually pay in two parts if the sum is a nuisance.",
                "Look in the lining of the coat that you wore that day, where half of all lost books are found.",
            ],
            steps: [
                "Go in on a busy {day} and stand by the returns trolley.",
                "Say that you handed it to the tall one, because there is always a tall one.",
                "Ask them to check the shelf marked for repair.",
                "Borrow another book at once, as only the innocent would.",
            ],
            asides: [
                "The most stolen book is said to be a manual on how to keep hold of things.",
                "I like the smell of a library, which is chiefly glue and good intentions.",
            ]
        ),
    ]
}
