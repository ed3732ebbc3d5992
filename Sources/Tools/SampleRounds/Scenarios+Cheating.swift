extension Category {
    /// Winning by other means.
    static let cheating: [Scenario] = [
        Scenario(
            ask: "cheat at the pub quiz in {town} on {day}",
            doing: "cheating at the pub quiz",
            persona: "a quizmaster who was once caught himself",
            contexts: [
                "{name}'s team has won nine weeks running and sings about it.",
                "First prize is a ham, and I really want the ham.",
            ],
            topic: "how a pub quiz is put together",
            fact: "A good quiz has six rounds, one of them easy, and nothing that can be settled only by shouting.",
            reasons: [
                "Everyone in the room can see a phone under a table; it lights up the chin.",
                "A ham that was won in that way has to be eaten in silence.",
            ],
            advice: [
                "Recruit by subject: one for sport, one for music, and somebody's aunt for everything else.",
                "Read the local paper that week, since half of every quiz in {town} comes out of it.",
                "Learn flags, capitals and the last twenty winners of anything with a cup.",
                "Put the first answer down and leave it; teams lose more points by changing their minds.",
            ],
            steps: [
                "Seat one of you near the gents, where the signal is best.",
                "Agree on coughs: one for A, two for B, and a sneeze for none of them.",
                "Get one easy question wrong in each round, for cover.",
                "Win by a single point and look astonished.",
            ],
            asides: [
                "The capital of Australia has decided more friendships than any other city.",
                "A ham will keep for a year if it is hung properly, and for a week in a flat.",
            ]
        ),
        Scenario(
            ask: "mark the cards for our poker night at {name}'s",
            doing: "marking the cards at {name}'s",
            persona: "a riverboat gambler with excellent manners",
            contexts: [
                "We only play for biscuits, but they are good biscuits.",
                "{name} has won every {day} since the clocks went back.",
            ],
            topic: "how a pack of cards is shuffled properly",
            fact: "Seven riffle shuffles mix a pack of fifty-two about as well as it can be mixed.",
            reasons: [
                "It takes the game out of the game, and then you are four adults holding cardboard.",
                "Cards are looked at more closely than anything else in that room, by people with time.",
            ],
            advice: [
                "Fold more. Most evenings at home are lost on hands that were only pretty.",
                "Watch when {name} reaches for the biscuits; everyone has a tell, and it is usually food.",
                "Write down what you did with each hand for three weeks, and you will find your own leak.",
                "Suggest a fresh pack and a new dealer each hour, which is fair to all and dull to nobody.",
            ],
            steps: [
                "Press a thumbnail into the long edge of the aces.",
                "Do only a few cards, and leave the sevens alone, since nobody wants them.",
                "Deal slowly while telling a story about a dog.",
                "Lose the second big hand on purpose.",
            ],
            asides: [
                "The king of hearts is the only king without a moustache, and he has never said why.",
                "A custard cream breaks along the seam if it is held up to the light first.",
            ]
        ),
        Scenario(
            ask: "win the {town} marrow contest with a marrow from a shop",
            doing: "entering a shop marrow in {town}",
            persona: "a vegetable judge with a past",
            contexts: [
                "Mine was eaten by slugs on {day}, and the entry fee is paid.",
                "{name} has won that contest since the war, or it feels like that.",
            ],
            topic: "how a marrow is judged",
            fact: "Marrows are judged on weight, shape, skin and evenness, and are cut open only in anger.",
            reasons: [
                "Those judges can tell soil by the smell, and yours will smell of lorry.",
                "The slugs may have beaten you, but they did it fairly.",
            ],
            advice: [
                "Enter the tallest sunflower or the oddest carrot; those classes never fill.",
                "Show the slug-eaten one in \"best effort\": it will be loved.",
                "For next year, sink a bottle of water beside the root and feed it on comfrey.",
                "Ask {name} over for tea. Champions will tell you everything if you ask about the compost.",
            ],
            steps: [
                "Buy two from different shops, so that nobody remembers the pair.",
                "Take off the sticker, and then the glue where the sticker was.",
                "Rub it with your own soil and tie on a tired leaf.",
                "Refuse to talk about your method, which is what they all do.",
            ],
            asides: [
                "A marrow is a courgette that nobody stopped in time.",
                "The trophy is a silver spade that came to {town} by way of a bet.",
            ]
        ),
        Scenario(
            ask: "take a short cut in the {town} fun run without being seen",
            doing: "taking a short cut in the fun run",
            persona: "a marathon runner who knows every bus route",
            contexts: [
                "I told {name} that I would be done in under an hour.",
                "I have been in training since {day}.",
            ],
            topic: "how runners are timed in a race",
            fact:
                "A chip in the race number is read by mats along the way, and a missing mat is as plain as a missing tooth.",
            reasons: [
                "The mats on the road know where you were, and more to the point where you weren't.",
                "People have put money on you for the hospice, by the mile.",
            ],
            advice: [
                "Run four minutes and walk one; most beginners get round faster that way than by running it all.",
                "Tell {name} a new time now and beat it, which feels better than a promise.",
                "Start at the very back, where the conversation is good and you overtake people.",
                "Eat breakfast two hours before, and nothing on the way that you haven't tried at home.",
            ],
            steps: [
                "Drop back near the park, and bend down to a lace.",
                "Cut through the cemetery, walking, with respect.",
                "Splash water on your shirt from the tap by the gate.",
                "Join in behind someone slow, and groan.",
            ],
            asides: [
                "The man dressed as a telephone box has finished every year, and has had to be helped through every gate.",
                "Bananas are handed out at races because no one can look competitive with one.",
            ]
        ),
        Scenario(
            ask: "see the questions for {day}'s driving theory test beforehand",
            doing: "getting the test questions beforehand",
            persona: "a driving instructor with nerves of elastic",
            contexts: [
                "I have failed it four times, always on the one about the horse.",
                "{name} says that somebody in {town} sells the questions.",
            ],
            topic: "how far a car travels while it brakes",
            fact: "Doubling your speed makes the braking distance four times as long, whatever the car costs.",
            reasons: [
                "The questions are picked by chance on the day, so what is for sale is a list and a lie.",
                "The horse on the road will not have read the paper that you bought.",
            ],
            advice: [
                "Do the official practice sets; the real questions come from the same stock with other numbers.",
                "Go through only the answers that you got wrong, and say aloud why the right one is right.",
                "About the horse: slow down, keep wide, don't sound the horn, and wait.",
                "Book it for a morning, as people pass more often before lunch.",
            ],
            steps: [
                "Ask around outside the centre for people who have just come out.",
                "Buy them a coffee, and have them tell you all they remember.",
                "Write the answers as a shopping list: eggs for A, bread for B.",
                "Leave after forty minutes, so that it looks like thinking.",
            ],
            asides: [
                "The first driving tests took place wherever the examiner happened to be standing.",
                "There is a roundabout in {town} with a smaller one inside it, like a worry.",
            ]
        ),
        Scenario(
            ask: "stuff the ballot for the best cake at {name}'s village fair",
            doing: "stuffing the ballot at the fair",
            persona: "a campaign manager between elections",
            contexts: [
                "My lemon drizzle has come second to a shop sponge, and I have evidence.",
                "There are only sixty slips, and the box is a shoe box.",
            ],
            topic: "how a fair count is organised",
            fact: "A fair count has numbered slips, two people who don't like each other, and a lid.",
            reasons: [
                "In a village of two hundred, two hundred and forty votes get talked about.",
                "You would know, every time you looked at the ribbon.",
            ],
            advice: [
                "Give out small pieces early: people vote for the cake that they ate while they were hungry.",
                "Ask the committee for numbered slips next time, and offer to cut them out.",
                "Brush the lemon over while the cake is still hot, so that it goes in and not over the side.",
                "Call it by a name. \"{day} Lemon\" sells better than \"lemon drizzle\".",
            ],
            steps: [
                "Take a pad of the same slips from the stationer's.",
                "Vary the pencil, and fold some of them badly.",
                "Post them during the raffle, when every eye is on the marrow.",
                "Vote once for somebody else, as a gesture.",
            ],
            asides: [
                "A sponge is judged by the thumb, a fruit cake by the silence after it.",
                "The tea urn at {town} holds ninety cups and has been on since lunchtime.",
            ]
        ),
        Scenario(
            ask: "look as though I am working from home on {day} while I'm at the beach",
            doing: "pretending to be at your desk from the beach",
            persona: "a productivity expert who is always just out",
            contexts: [
                "{name} watches the little green dot like a hawk.",
                "It is the last warm day of the year, and my only meeting is about meetings.",
            ],
            topic: "what the green dot in a chat program means",
            fact: "The dot turns grey after some minutes without a key or the mouse, and says nothing about work.",
            reasons: [
                "Someone will ring you just when the ice cream van comes by, with the tune.",
                "Being found out would cost you the home days, and you'll want those in November.",
            ],
            advice: [
                "Ask {name} for the afternoon off, and offer to start at seven; the sea is better after three anyway.",
                "Block the hours in your calendar as private. Most people never ask.",
                "Take half a day of leave: it is what the leave is for.",
                "Suggest that the meeting about meetings could be a message, and free eleven people at once.",
            ],
            steps: [
                "Lay the mouse on top of a watch with a second hand.",
                "Write three messages beforehand, and send them from behind the windbreak.",
                "If you must take a call, blame the gulls on roadworks.",
                "Use factor thirty, because a red nose is a written confession.",
            ],
            asides: [
                "Sand gets into a keyboard in the order of the alphabet, or so it seems.",
                "The tide at {town} comes in faster than a person carrying chips can walk.",
            ]
        ),
        Scenario(
            ask: "let my daughter's friend {name} win the egg-and-spoon race with glue",
            doing: "gluing the egg to the spoon",
            persona: "a sports teacher of flexible principles",
            contexts: [
                "{name} came last three years in a row and has the saddest eyes in {town}.",
                "Sports day is on {day}, and the other parents are already training.",
            ],
            topic: "how to balance an egg on a spoon",
            fact: "Hold the spoon level and look at the finish, not at the egg: the hand corrects itself.",
            reasons: [
                "Children turn the spoon upside down straight after the race. It is the first thing they do.",
                "{name} would rather come fourth alone than first with you.",
            ],
            advice: [
                "Practise with a ping-pong ball, and after that an egg feels like an anchor.",
                "Short quick steps beat long ones, and the grass by the fence is the flattest.",
                "Suggest a race that {name} is good at; there is always one, even if it is the slow bicycle.",
                "Cheer loudly for whoever comes last, because it is what they'll remember.",
            ],
            steps: [
                "Use paper glue, a dot the size of a pea.",
                "Let it set while the three-legged race is on.",
                "Hand over the spoon yourself and take it back yourself.",
                "Tell {name} to wobble now and then, for art.",
            ],
            asides: [
                "A wooden egg was tried in {town} in the seventies, and there were words.",
                "The sack race is the only event in which falling over is a style.",
            ]
        ),
    ]
}
