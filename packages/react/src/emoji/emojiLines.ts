/**
 * Written by build/emojiLines.mjs from emojibase-data, (c) Miles Johnson, MIT licence. A line is
 * the emoji, whether it has skin tones, its names, what it shows, and words to find it by.
 */
export const emojiLines = `\
# smileys
😀||grinning grinning_face|grinning face|cheerful cheery grin happy laugh nice
😃||smiley grinning_face_with_big_eyes|grinning face with big eyes|awesome grin happy mouth open smile
😄||smile grinning_face_with_closed_eyes|grinning face with smiling eyes|eye grin happy laugh lol mouth
😁||grin beaming_face|beaming face with smiling eyes|eye grinning happy nice smile teeth
😆||laughing satisfied lol|grinning squinting face|closed eyes haha hahaha happy laugh
😅||sweat_smile grinning_face_with_sweat|grinning face with sweat|cold dejected excited mouth nervous open
🤣||rofl rolling_on_the_floor_laughing|rolling on the floor laughing|crying face funny haha happy hehe
😂||joy lmao tears_of_joy|face with tears of joy|crying feels funny haha happy hehe
🙂||slightly_smiling_face|slightly smiling face|happy smile
🙃||upside_down_face|upside-down face|hehe smile
🫠||melting_face melt|melting face|disappear dissolve embarrassed haha heat hot
😉||wink winking_face|winking face|flirt heartbreaker sexy slide tease winks
😊||blush smiling_face_with_closed_eyes|smiling face with smiling eyes|eye glad satisfied smile
😇||innocent halo|smiling face with halo|angel angelic angels blessed fairy fairytale
🥰||smiling_face_with_three_hearts smiling_face_with_3_hearts|smiling face with hearts|adore crush heart ily love romance
😍||heart_eyes smiling_face_with_heart_eyes|smiling face with heart-eyes|143 bae eye feels hearts ily
🤩||star_struck star-struck grinning_face_with_star_eyes|star-struck|excited smile starry-eyed wow
😘||kissing_heart blowing_a_kiss|face blowing a kiss|adorbs bae flirt ily love lover
😗||kissing kissing_face|kissing face|143 date dating flirt ily kiss
☺️||relaxed smiling_face|smiling face|happy outlined smile
😚||kissing_closed_eyes kissing_face_with_closed_eyes|kissing face with closed eyes|143 bae blush date dating eye
😙||kissing_smiling_eyes kissing_face_with_smiling_eyes|kissing face with smiling eyes|143 closed date dating eye flirt
🥲||smiling_face_with_tear|smiling face with tear|glad grateful happy joy pain proud
😋||yum savoring_food|face savoring food|delicious eat full hungry savor smile
😛||stuck_out_tongue face_with_tongue|face with tongue|awesome cool nice party stuck-out sweet
😜||stuck_out_tongue_winking_eye|winking face with tongue|crazy epic funny joke loopy nutty
🤪||zany_face zany grinning_face_with_one_large_and_one_small_eye|zany face|crazy eyes goofy
😝||stuck_out_tongue_closed_eyes|squinting face with tongue|eye gross horrible omg stuck-out taste
🤑||money_mouth_face|money-mouth face|paid
🤗||hugs hug hugging|smiling face with open hands|
🤭||hand_over_mouth face_with_hand_over_mouth smiling_face_with_smiling_eyes_and_hand_covering_mouth|face with hand over mouth|giggle giggling oops realization secret shock
🫢||face_with_open_eyes_and_hand_over_mouth face_with_open_eyes_hand_over_mouth gasp|face with open eyes and hand over mouth|amazement awe disbelief embarrass omg quiet
🫣||face_with_peeking_eye peek|face with peeking eye|captivated embarrass hide hiding peep scared
🤫||shushing_face shush face_with_finger_covering_closed_lips|shushing face|quiet shh
🤔||thinking thinking_face wtf|thinking face|chin consider hmm ponder pondering wondering
🫡||saluting_face salute|saluting face|good luck ma’am ok respect sir
🤐||zipper_mouth_face zipper_mouth|zipper-mouth face|keep quiet secret shut zip
🤨||raised_eyebrow face_with_raised_eyebrow face_with_one_eyebrow_raised|face with raised eyebrow|disapproval disbelief distrust emoji hmm mild
😐||neutral_face neutral|neutral face|awkward blank deadpan expressionless fine jealous
😑||expressionless expressionless_face|expressionless face|awkward dead fine inexpressive jealous meh
😶||no_mouth|face without mouth|awkward blank expressionless mouthless mute quiet
🫥||dotted_line_face|dotted line face|depressed disappear hidden hide introvert invisible
😶‍🌫️||face_in_clouds in_clouds|face in clouds|absentminded fog head
😏||smirk smirking smirking_face|smirking face|boss dapper flirt homie kidding leer
😒||unamused unamused_face|unamused face|... bored fine jealous jel jelly
🙄||roll_eyes rolling_eyes face_with_rolling_eyes|face with rolling eyes|eyeroll shade ugh whatever
😬||grimacing grimacing_face|grimacing face|awk awkward dentist grimace grinning smile
😮‍💨||face_exhaling exhale exhaling|face exhaling|blow blowing exhausted gasp groan relief
🤥||lying_face lying|lying face|liar lie pinocchio
🫨||shaking_face shaking|shaking face|crazy daze earthquake omg panic shock
🙂‍↔️||head_shaking_horizontally|head shaking horizontally|no shake
🙂‍↕️||head_shaking_vertically|head shaking vertically|nod yes
😌||relieved relieved_face|relieved face|calm peace relief zen
😔||pensive pensive_face|pensive face|awful bored dejected died disappointed losing
😪||sleepy sleepy_face|sleepy face|crying good night sad sleep sleeping
🤤||drooling_face drooling|drooling face|
😴||sleeping sleeping_face|sleeping face|bed bedtime good goodnight nap night
😷||mask medical_mask|face with medical mask|cold dentist dermatologist doctor dr germs
🤒||face_with_thermometer|face with thermometer|ill sick
🤕||face_with_head_bandage|face with head-bandage|hurt injury ouch
🤢||nauseated_face nauseated|nauseated face|gross nasty sick vomit
🤮||vomiting_face face_vomiting vomiting|face vomiting|barf ew gross puke sick spew
🤧||sneezing_face sneezing|sneezing face|fever flu gesundheit sick sneeze
🥵||hot_face hot|hot face|dying feverish heat panting red-faced stroke
🥶||cold_face cold|cold face|blue blue-faced freezing frostbite icicles subzero
🥴||woozy_face woozy|woozy face|dizzy drunk eyes intoxicated mouth tipsy
😵||dizzy_face knocked_out|face with crossed-out eyes|dead feels sick tired
😵‍💫||face_with_spiral_eyes dizzy_eyes|face with spiral eyes|confused hypnotized omg smiley trouble whoa
🤯||exploding_head shocked_face_with_exploding_head|exploding head|blown explode mind mindblown no way
🤠||cowboy_hat_face cowboy cowboy_face|cowboy hat face|cowgirl
🥳||partying_face hooray partying|partying face|bday birthday celebrate celebration excited happy
🥸||disguised_face disguised|disguised face|disguise eyebrow glasses incognito moustache mustache
😎||sunglasses smiling_face_with_sunglasses sunglasses_cool|smiling face with sunglasses|awesome beach bright bro chilling rad
🤓||nerd_face nerd|nerd face|brainy clever expert geek gifted glasses
🧐||monocle_face face_with_monocle|face with monocle|classy fancy rich stuffy wealthy
😕||confused confused_face|confused face|befuddled confusing dunno frown hm meh
🫤||face_with_diagonal_mouth|face with diagonal mouth|confused confusion disappointed doubt doubtful frustrated
😟||worried worried_face|worried face|anxious butterflies nerves nervous sad stress
🙁||slightly_frowning_face|slightly frowning face|frown sad
☹️||frowning_face white_frowning_face|frowning face|frown sad
😮||open_mouth face_with_open_mouth|face with open mouth|believe forgot omg shocked surprised sympathy
😯||hushed hushed_face|hushed face|epic omg stunned surprised whoa woah
😲||astonished astonished_face|astonished face|cost no omg shocked totally way
😳||flushed flushed_face|flushed face|amazed awkward crazy dazed dead disbelief
🥺||pleading_face pleading|pleading face|begging big eyes mercy not please
🥹||face_holding_back_tears watery_eyes|face holding back tears|admiration aww cry embarrassed feelings grateful
😦||frowning frowning_face|frowning face with open mouth|caught frown guard scared scary surprise
😧||anguished anguished_face|anguished face|forgot scared scary stressed surprise unhappy
😨||fearful fearful_face|fearful face|afraid anxious blame fear scared worried
😰||cold_sweat anxious anxious_face|anxious face with sweat|blue eek mouth nervous open rushed
😥||disappointed_relieved sad_relieved_face|sad but relieved face|anxious call close complicated not sweat
😢||cry crying_face|crying face|awful feels miss sad tear triste
😭||sob loudly_crying_face|loudly crying face|bawling cry sad tear tears unhappy
😱||scream screaming_in_fear|face screaming in fear|epic fearful munch scared screamer shocked
😖||confounded confounded_face|confounded face|annoyed confused cringe distraught feels frustrated
😣||persevere persevering_face|persevering face|concentrate concentration focus headache
😞||disappointed disappointed_face|disappointed face|awful blame dejected fail losing sad
😓||sweat downcast_face|downcast face with sweat|close cold feels headache nervous sad
😩||weary weary_face|weary face|crying fail feels hungry mad nooo
😫||tired_face tired|tired face|cost feels nap sad sneeze
🥱||yawning_face yawn yawning|yawning face|bedtime bored goodnight nap night sleep
😤||triumph nose_steam|face with steam from nose|anger angry feels fume fuming furious
😡||pout rage pouting_face|enraged face|anger angry feels mad maddening red
😠||angry angry_face|angry face|anger blame feels frustrated mad maddening
🤬||cursing_face censored face_with_symbols_on_mouth|face with symbols on mouth|censor cussing mad pissed swearing
😈||smiling_imp|smiling face with horns|demon devil evil fairy fairytale fantasy
👿||imp angry_imp|angry face with horns|demon devil evil fairy fairytale fantasy
💀||skull|skull|body dead death face fairy fairytale
☠️||skull_and_crossbones|skull and crossbones|bone dead death face monster
💩||hankey poop shit|pile of poo|bs comic doo dung face fml
🤡||clown_face clown|clown face|
👹||japanese_ogre ogre|ogre|creature devil face fairy fairytale fantasy
👺||japanese_goblin goblin|goblin|angry creature face fairy fairytale fantasy
👻||ghost|ghost|boo creature excited face fairy fairytale
👽||alien|alien|creature extraterrestrial face fairy fairytale fantasy
👾||space_invader alien_monster|alien monster|creature extraterrestrial face fairy fairytale fantasy
🤖||robot robot_face|robot|monster
😺||smiley_cat grinning_cat|grinning cat|animal face mouth open smile smiling
😸||smile_cat grinning_cat_with_closed_eyes|grinning cat with smiling eyes|animal eye face grin
😹||joy_cat tears_of_joy_cat|cat with tears of joy|animal face laugh laughing lol tear
😻||heart_eyes_cat smiling_cat_with_heart_eyes|smiling cat with heart-eyes|animal eye face love smile
😼||smirk_cat wry_smile_cat|cat with wry smile|animal face ironic
😽||kissing_cat|kissing cat|animal closed eye eyes face kiss
🙀||scream_cat weary_cat|weary cat|animal face oh surprised
😿||crying_cat_face crying_cat|crying cat|animal cry sad tear
😾||pouting_cat|pouting cat|animal face
🙈||see_no_evil|see-no-evil monkey|embarrassed face forbidden forgot gesture hide
🙉||hear_no_evil|hear-no-evil monkey|animal ears face forbidden gesture listen
🙊||speak_no_evil|speak-no-evil monkey|animal face forbidden gesture not oops
💌||love_letter|love letter|heart mail romance valentine
💘||cupid heart_with_arrow|heart with arrow|143 adorbs date emotion ily love
💝||gift_heart heart_with_ribbon|heart with ribbon|143 anniversary emotion ily kisses valentine
💖||sparkling_heart|sparkling heart|143 emotion excited good ily kisses
💗||heartpulse growing_heart|growing heart|143 emotion excited ily kisses muah
💓||heartbeat beating_heart|beating heart|143 cardio emotion ily love pulsating
💞||revolving_hearts|revolving hearts|143 adorbs anniversary emotion heart
💕||two_hearts|two hearts|143 anniversary date dating emotion heart
💟||heart_decoration|heart decoration|143 emotion hearth purple white
❣️||heavy_heart_exclamation heart_exclamation heavy_heart_exclamation_mark_ornament|heart exclamation|punctuation
💔||broken_heart|broken heart|break crushed emotion heartbroken lonely sad
❤️‍🔥||heart_on_fire|heart on fire|burn love lust sacred
❤️‍🩹||mending_heart|mending heart|healthier improving recovering recuperating well
❤️||heart red_heart|red heart|emotion love
🩷||pink_heart|pink heart|143 adorable cute emotion ily like
🧡||orange_heart|orange heart|143
💛||yellow_heart|yellow heart|143 cardiac emotion ily love
💚||green_heart|green heart|143 emotion ily love romantic
💙||blue_heart|blue heart|143 emotion ily love romance
🩵||light_blue_heart|light blue heart|143 cute cyan emotion ily like
💜||purple_heart|purple heart|143 bestest emotion ily love
🤎||brown_heart|brown heart|143
🖤||black_heart|black heart|evil wicked
🩶||grey_heart gray_heart|grey heart|143 emotion ily love silver slate
🤍||white_heart|white heart|143
💋||kiss|kiss mark|dating emotion heart kissing lips romance
💯||100|hundred points|a+ agree clearly definitely faithful fleek
💢||anger|anger symbol|angry comic mad upset
💥||boom collision|collision|bomb collide comic explode
💫||dizzy|dizzy|comic shining shooting star stars
💦||sweat_drops|sweat droplets|comic drip droplet splashing squirt water
💨||dash dashing_away|dashing away|cloud comic fart fast go gone
🕳️||hole|hole|
💬||speech_balloon|speech balloon|bubble comic dialog message sms talk
👁️‍🗨️||eye_speech_bubble eye_in_speech_bubble eye-in-speech-bubble|eye in speech bubble|balloon witness
🗨️||left_speech_bubble|left speech bubble|balloon dialog
🗯️||right_anger_bubble|right anger bubble|angry balloon mad
💭||thought_balloon|thought balloon|bubble cartoon cloud comic daydream decisions
💤||zzz|ZZZ|comic good goodnight night sleep sleeping
# people
👋|tones|wave waving_hand|waving hand|bye cya g2g greetings gtg hello
🤚|tones|raised_back_of_hand|raised back of hand|backhand
🖐️|tones|raised_hand_with_fingers_splayed|hand with fingers splayed|finger stop
✋|tones|hand raised_hand high_five|raised hand|5 stop
🖖|tones|vulcan_salute vulcan spock-hand|vulcan salute|finger hand hands
🫱|tones|rightwards_hand|rightwards hand|handshake hold reach right rightward shake
🫲|tones|leftwards_hand|leftwards hand|handshake hold left leftward reach shake
🫳|tones|palm_down_hand palm_down|palm down hand|dismiss drop dropped pick shoo up
🫴|tones|palm_up_hand palm_up|palm up hand|beckon catch come hold know lift
🫷|tones|leftwards_pushing_hand|leftwards pushing hand|block five halt high hold leftward
🫸|tones|rightwards_pushing_hand|rightwards pushing hand|block five halt high hold pause
👌|tones|ok_hand|OK hand|awesome bet dope fleek fosho got
🤌|tones|pinched_fingers pinch|pinched fingers|gesture hand hold huh interrogation patience
🤏|tones|pinching_hand|pinching hand|amount bit fingers little small sort
✌️|tones|v victory|victory hand|peace
🤞|tones|crossed_fingers fingers_crossed hand_with_index_and_middle_fingers_crossed|crossed fingers|cross finger luck
🫰|tones|hand_with_index_finger_and_thumb_crossed|hand with index finger and thumb crossed|<3 expensive heart love money snap
🤟|tones|love_you_gesture i_love_you_hand_sign|love-you gesture|fingers ily three
🤘|tones|metal sign_of_the_horns the_horns|sign of the horns|finger hand rock-on
🤙|tones|call_me_hand|call me hand|hang loose shaka
👈|tones|point_left|backhand index pointing left|finger hand
👉|tones|point_right|backhand index pointing right|finger hand
👆|tones|point_up_2 point_up|backhand index pointing up|finger hand
🖕|tones|fu middle_finger reversed_hand_with_middle_finger_extended|middle finger|
👇|tones|point_down|backhand index pointing down|finger hand
☝️|tones|point_up point_up_2|index pointing up|finger hand this
🫵|tones|index_pointing_at_the_viewer point_forward|index pointing at the viewer|finger hand poke you
👍|tones|+1 thumbsup yes|thumbs up|good hand like thumb
👎|tones|-1 thumbsdown no|thumbs down|bad dislike good hand nope thumb
✊|tones|fist fist_raised|raised fist|clenched hand punch solidarity
👊|tones|facepunch fist_oncoming punch|oncoming fist|absolutely agree boom bro bruh bump
🤛|tones|fist_left left_facing_fist left-facing_fist|left-facing fist|leftwards
🤜|tones|fist_right right_facing_fist right-facing_fist|right-facing fist|rightwards
👏|tones|clap clapping_hands|clapping hands|applause approval awesome congrats congratulations excited
🙌|tones|raised_hands|raising hands|celebration gesture hand hooray praise
🫶|tones|heart_hands|heart hands|<3 love you
👐|tones|open_hands|open hands|hand hug jazz swerve
🤲|tones|palms_up_together|palms up together|cupped dua hands pray prayer wish
🤝|tones|handshake|handshake|agreement deal hand meeting shake
🙏|tones|pray folded_hands|folded hands|appreciate ask beg blessed bow cmon
✍️|tones|writing_hand|writing hand|write
💅|tones|nail_care nail_polish|nail polish|bored cosmetics done makeup manicure whatever
🤳|tones|selfie|selfie|camera phone
💪|tones|muscle right_bicep|flexed biceps|arm beast bench bodybuilder bro curls
🦾||mechanical_arm|mechanical arm|accessibility prosthetic
🦿||mechanical_leg|mechanical leg|accessibility prosthetic
🦵|tones|leg|leg|bent foot kick knee limb
🦶|tones|foot|foot|ankle feet kick stomp
👂|tones|ear|ear|body ears hear hearing listen listening
🦻|tones|ear_with_hearing_aid hearing_aid|ear with hearing aid|accessibility hard
👃|tones|nose|nose|body noses nosey odor smell smells
🧠||brain|brain|intelligent smart
🫀||anatomical_heart|anatomical heart|beat cardiology heartbeat organ pulse real
🫁||lungs|lungs|breath breathe exhalation inhalation lung organ
🦷||tooth|tooth|dentist pearly teeth white
🦴||bone|bone|bones dog skeleton wishbone
👀||eyes|eyes|body eye face googly look looking
👁️||eye|eye|1 body one
👅||tongue|tongue|body lick slurp
👄||lips mouth|mouth|beauty body kiss kissing lipstick
🫦||biting_lip|biting lip|anxious bite fear flirt flirting kiss
👶|tones|baby|baby|babies children goo infant newborn pregnant
🧒|tones|child|child|bright-eyed grandchild kid young younger
👦|tones|boy|boy|bright-eyed child grandson kid son young
👧|tones|girl|girl|bright-eyed child daughter granddaughter kid virgo
🧑|tones|adult|person|
👱|tones|blond_haired_person blond_haired person_with_blond_hair|person: blond hair|blond-haired human
👨|tones|man|man|adult bro
🧔|tones|bearded_person person_bearded|person: beard|whiskers
🧔‍♂️|tones|man_beard man_bearded man_with_beard|man: beard|whiskers
🧔‍♀️|tones|woman_beard woman_bearded woman_with_beard|woman: beard|whiskers
👨‍🦰|tones|red_haired_man man_red_haired|man: red hair|adult bro red hair
👨‍🦱|tones|curly_haired_man man_curly_haired|man: curly hair|adult bro curly hair
👨‍🦳|tones|white_haired_man man_white_haired|man: white hair|adult bro white hair
👨‍🦲|tones|bald_man man_bald|man: bald|adult bro
👩|tones|woman|woman|adult lady
👩‍🦰|tones|red_haired_woman woman_red_haired|woman: red hair|adult lady red hair
🧑‍🦰|tones|person_red_hair red_haired red_haired_person|person: red hair|adult red hair
👩‍🦱|tones|curly_haired_woman woman_curly_haired|woman: curly hair|adult curly hair lady
🧑‍🦱|tones|person_curly_hair curly_haired curly_haired_person|person: curly hair|adult curly hair
👩‍🦳|tones|white_haired_woman woman_white_haired|woman: white hair|adult lady white hair
🧑‍🦳|tones|person_white_hair white_haired white_haired_person|person: white hair|adult white hair
👩‍🦲|tones|bald_woman woman_bald|woman: bald|adult lady
🧑‍🦲|tones|person_bald bald bald_person|person: bald|adult
👱‍♀️|tones|blond_haired_woman blonde_woman woman_blond_haired|woman: blond hair|blond-haired
👱‍♂️|tones|blond_haired_man man_blond_haired blond-haired-man|man: blond hair|blond-haired
🧓|tones|older_adult|older person|elderly grandparent old wise
👴|tones|older_man|old man|adult bald elderly gramps grandfather grandpa
👵|tones|older_woman|old woman|adult elderly grandma grandmother granny lady
🙍|tones|frowning_person person_frowning|person frowning|annoyed disappointed disgruntled disturbed frown frustrated
🙍‍♂️|tones|frowning_man man_frowning man-frowning|man frowning|annoyed disappointed disgruntled disturbed frown frustrated
🙍‍♀️|tones|frowning_woman woman_frowning woman-frowning|woman frowning|annoyed disappointed disgruntled disturbed frown frustrated
🙎|tones|pouting_face person_pouting pouting|person pouting|disappointed downtrodden frown grimace scowl sulk
🙎‍♂️|tones|pouting_man man_pouting man-pouting|man pouting|disappointed downtrodden frown grimace scowl sulk
🙎‍♀️|tones|pouting_woman woman_pouting woman-pouting|woman pouting|disappointed downtrodden frown grimace scowl sulk
🙅|tones|no_good person_gesturing_no|person gesturing NO|forbidden gesture hand not prohibit
🙅‍♂️|tones|ng_man no_good_man man_gesturing_no|man gesturing NO|forbidden gesture hand not prohibit
🙅‍♀️|tones|ng_woman no_good_woman woman_gesturing_no|woman gesturing NO|forbidden gesture hand not prohibit
🙆|tones|ok_person all_good person_gesturing_ok|person gesturing OK|exercise gesture hand omg
🙆‍♂️|tones|ok_man man_gesturing_ok man-gesturing-ok|man gesturing OK|exercise gesture hand omg
🙆‍♀️|tones|ok_woman woman_gesturing_ok woman-gesturing-ok|woman gesturing OK|exercise gesture hand omg
💁|tones|information_desk_person tipping_hand_person person_tipping_hand|person tipping hand|fetch flick flip gossip sarcasm sarcastic
💁‍♂️|tones|sassy_man tipping_hand_man man_tipping_hand|man tipping hand|fetch flick flip gossip sarcasm sarcastic
💁‍♀️|tones|sassy_woman tipping_hand_woman woman_tipping_hand|woman tipping hand|fetch flick flip gossip sarcasm sarcastic
🙋|tones|raising_hand person_raising_hand|person raising hand|gesture here know me pick question
🙋‍♂️|tones|raising_hand_man man_raising_hand man-raising-hand|man raising hand|gesture here know me pick question
🙋‍♀️|tones|raising_hand_woman woman_raising_hand woman-raising-hand|woman raising hand|gesture here know me pick question
🧏|tones|deaf_person|deaf person|accessibility ear gesture hear
🧏‍♂️|tones|deaf_man|deaf man|accessibility ear gesture hear
🧏‍♀️|tones|deaf_woman|deaf woman|accessibility ear gesture hear
🙇|tones|bow person_bowing|person bowing|apology ask beg favor forgive gesture
🙇‍♂️|tones|bowing_man man_bowing man-bowing|man bowing|apology ask beg bow favor forgive
🙇‍♀️|tones|bowing_woman woman_bowing woman-bowing|woman bowing|apology ask beg bow favor forgive
🤦|tones|facepalm person_facepalming face_palm|person facepalming|again bewilder disbelief exasperation no not
🤦‍♂️|tones|man_facepalming man-facepalming|man facepalming|again bewilder disbelief exasperation facepalm no
🤦‍♀️|tones|woman_facepalming woman-facepalming|woman facepalming|again bewilder disbelief exasperation facepalm no
🤷|tones|shrug person_shrugging|person shrugging|doubt dunno guess idk ignorance indifference
🤷‍♂️|tones|man_shrugging man-shrugging|man shrugging|doubt dunno guess idk ignorance indifference
🤷‍♀️|tones|woman_shrugging woman-shrugging|woman shrugging|doubt dunno guess idk ignorance indifference
🧑‍⚕️|tones|health_worker|health worker|doctor healthcare nurse therapist
👨‍⚕️|tones|man_health_worker male-doctor|man health worker|doctor healthcare nurse therapist
👩‍⚕️|tones|woman_health_worker female-doctor|woman health worker|doctor healthcare nurse therapist
🧑‍🎓|tones|student|student|graduate
👨‍🎓|tones|man_student male-student|man student|graduate
👩‍🎓|tones|woman_student female-student|woman student|graduate
🧑‍🏫|tones|teacher|teacher|instructor lecturer professor
👨‍🏫|tones|man_teacher male-teacher|man teacher|instructor lecturer professor
👩‍🏫|tones|woman_teacher female-teacher|woman teacher|instructor lecturer professor
🧑‍⚖️|tones|judge|judge|justice law scales
👨‍⚖️|tones|man_judge male-judge|man judge|justice law scales
👩‍⚖️|tones|woman_judge female-judge|woman judge|justice law scales
🧑‍🌾|tones|farmer|farmer|gardener rancher
👨‍🌾|tones|man_farmer male-farmer|man farmer|gardener rancher
👩‍🌾|tones|woman_farmer female-farmer|woman farmer|gardener rancher
🧑‍🍳|tones|cook|cook|chef
👨‍🍳|tones|man_cook male-cook|man cook|chef
👩‍🍳|tones|woman_cook female-cook|woman cook|chef
🧑‍🔧|tones|mechanic|mechanic|electrician plumber tradesperson
👨‍🔧|tones|man_mechanic male-mechanic|man mechanic|electrician plumber tradesperson
👩‍🔧|tones|woman_mechanic female-mechanic|woman mechanic|electrician plumber tradesperson
🧑‍🏭|tones|factory_worker|factory worker|assembly industrial
👨‍🏭|tones|man_factory_worker male-factory-worker|man factory worker|assembly industrial
👩‍🏭|tones|woman_factory_worker female-factory-worker|woman factory worker|assembly industrial
🧑‍💼|tones|office_worker|office worker|architect business manager white-collar
👨‍💼|tones|man_office_worker male-office-worker|man office worker|architect business manager white-collar
👩‍💼|tones|woman_office_worker female-office-worker|woman office worker|architect business manager white-collar
🧑‍🔬|tones|scientist|scientist|biologist chemist engineer mathematician physicist
👨‍🔬|tones|man_scientist male-scientist|man scientist|biologist chemist engineer mathematician physicist
👩‍🔬|tones|woman_scientist female-scientist|woman scientist|biologist chemist engineer mathematician physicist
🧑‍💻|tones|technologist|technologist|coder computer developer inventor software
👨‍💻|tones|man_technologist male-technologist|man technologist|coder computer developer inventor software
👩‍💻|tones|woman_technologist female-technologist|woman technologist|coder computer developer inventor software
🧑‍🎤|tones|singer|singer|actor entertainer rock rockstar star
👨‍🎤|tones|man_singer male-singer|man singer|actor entertainer rock rockstar star
👩‍🎤|tones|woman_singer female-singer|woman singer|actor entertainer rock rockstar star
🧑‍🎨|tones|artist|artist|palette
👨‍🎨|tones|man_artist male-artist|man artist|palette
👩‍🎨|tones|woman_artist female-artist|woman artist|palette
🧑‍✈️|tones|pilot|pilot|plane
👨‍✈️|tones|man_pilot male-pilot|man pilot|plane
👩‍✈️|tones|woman_pilot female-pilot|woman pilot|plane
🧑‍🚀|tones|astronaut|astronaut|rocket space
👨‍🚀|tones|man_astronaut male-astronaut|man astronaut|rocket space
👩‍🚀|tones|woman_astronaut female-astronaut|woman astronaut|rocket space
🧑‍🚒|tones|firefighter|firefighter|fire firetruck
👨‍🚒|tones|man_firefighter male-firefighter|man firefighter|fire firetruck
👩‍🚒|tones|woman_firefighter female-firefighter|woman firefighter|fire firetruck
👮|tones|cop police_officer|police officer|apprehend arrest citation law over pulled
👮‍♂️|tones|policeman man_police_officer male-police-officer|man police officer|apprehend arrest citation cop law over
👮‍♀️|tones|policewoman woman_police_officer female-police-officer|woman police officer|apprehend arrest citation cop law over
🕵️|tones|detective sleuth_or_spy|detective|
🕵️‍♂️|tones|male_detective man_detective male-detective|man detective|sleuth spy
🕵️‍♀️|tones|female_detective woman_detective female-detective|woman detective|sleuth spy
💂|tones|guard guardsman|guard|buckingham helmet london palace
💂‍♂️|tones|guardsman man_guard male-guard|man guard|buckingham helmet london palace
💂‍♀️|tones|guardswoman woman_guard female-guard|woman guard|buckingham helmet london palace
🥷|tones|ninja|ninja|assassin fight fighter hidden person secret
👷|tones|construction_worker|construction worker|build fix hardhat hat man person
👷‍♂️|tones|construction_worker_man man_construction_worker male-construction-worker|man construction worker|build fix hardhat hat rebuild remodel
👷‍♀️|tones|construction_worker_woman woman_construction_worker female-construction-worker|woman construction worker|build fix hardhat hat man rebuild
🫅|tones|person_with_crown royalty|person with crown|monarch noble regal royal
🤴|tones|prince|prince|crown fairy fairytale fantasy king royal
👸|tones|princess|princess|crown fairy fairytale fantasy queen royal
👳|tones|person_with_turban person_wearing_turban man_with_turban|person wearing turban|
👳‍♂️|tones|man_with_turban man_wearing_turban man-wearing-turban|man wearing turban|
👳‍♀️|tones|woman_with_turban woman_wearing_turban woman-wearing-turban|woman wearing turban|
👲|tones|man_with_gua_pi_mao person_with_skullcap|person with skullcap|cap chinese guapi hat
🧕|tones|woman_with_headscarf person_with_headscarf|woman with headscarf|bandana head hijab kerchief mantilla tichel
🤵|tones|person_in_tuxedo|person in tuxedo|formal wedding
🤵‍♂️|tones|man_in_tuxedo|man in tuxedo|formal groom wedding
🤵‍♀️|tones|woman_in_tuxedo|woman in tuxedo|formal wedding
👰|tones|person_with_veil bride_with_veil|person with veil|wedding
👰‍♂️|tones|man_with_veil|man with veil|wedding
👰‍♀️|tones|bride_with_veil woman_with_veil|woman with veil|wedding
🤰|tones|pregnant_woman|pregnant woman|
🫃|tones|pregnant_man|pregnant man|belly bloated full overeat
🫄|tones|pregnant_person|pregnant person|belly bloated full overeat stuffed
🤱|tones|breast_feeding breast-feeding|breast-feeding|baby mom mother nursing woman
👩‍🍼|tones|woman_feeding_baby|woman feeding baby|feed mom mother nanny newborn nursing
👨‍🍼|tones|man_feeding_baby|man feeding baby|dad father feed nanny newborn nursing
🧑‍🍼|tones|person_feeding_baby|person feeding baby|feed nanny newborn nursing parent
👼|tones|angel|baby angel|church face fairy fairytale fantasy tale
🎅|tones|santa|Santa Claus|celebration christmas claus fairy fantasy father
🤶|tones|mrs_claus mother_christmas|Mrs. Claus|celebration fairy fantasy holiday merry santa
🧑‍🎄|tones|mx_claus|Mx Claus|celebration christmas fairy fantasy holiday merry
🦸|tones|superhero|superhero|good hero superpower
🦸‍♂️|tones|superhero_man man_superhero male_superhero|man superhero|good hero superpower
🦸‍♀️|tones|superhero_woman woman_superhero female_superhero|woman superhero|good hero heroine superpower
🦹|tones|supervillain|supervillain|bad criminal evil superpower villain
🦹‍♂️|tones|supervillain_man man_supervillain male_supervillain|man supervillain|bad criminal evil superpower villain
🦹‍♀️|tones|supervillain_woman woman_supervillain female_supervillain|woman supervillain|bad criminal evil superpower villain
🧙|tones|mage|mage|fantasy magic play sorcerer sorceress sorcery
🧙‍♂️|tones|mage_man man_mage male_mage|man mage|fantasy magic play sorcerer sorceress sorcery
🧙‍♀️|tones|mage_woman woman_mage female_mage|woman mage|fantasy magic play sorcerer sorceress sorcery
🧚|tones|fairy|fairy|fairytale fantasy myth person pixie tale
🧚‍♂️|tones|fairy_man man_fairy male_fairy|man fairy|fairytale fantasy myth oberon person pixie
🧚‍♀️|tones|fairy_woman woman_fairy female_fairy|woman fairy|fairytale fantasy myth person pixie tale
🧛|tones|vampire|vampire|blood dracula fangs halloween scary supernatural
🧛‍♂️|tones|vampire_man man_vampire male_vampire|man vampire|blood fangs halloween scary supernatural teeth
🧛‍♀️|tones|vampire_woman woman_vampire female_vampire|woman vampire|blood fangs halloween scary supernatural teeth
🧜|tones|merperson|merperson|creature fairytale folklore ocean sea siren
🧜‍♂️|tones|merman|merman|creature fairytale folklore neptune ocean poseidon
🧜‍♀️|tones|mermaid|mermaid|creature fairytale folklore merwoman ocean sea
🧝|tones|elf|elf|elves enchantment fantasy folklore magic magical
🧝‍♂️|tones|elf_man man_elf male_elf|man elf|elves enchantment fantasy folklore magic magical
🧝‍♀️|tones|elf_woman woman_elf female_elf|woman elf|elves enchantment fantasy folklore magic magical
🧞||genie|genie|djinn fantasy jinn lamp myth rub
🧞‍♂️||genie_man man_genie male_genie|man genie|djinn fantasy jinn lamp myth rub
🧞‍♀️||genie_woman woman_genie female_genie|woman genie|djinn fantasy jinn lamp myth rub
🧟||zombie|zombie|apocalypse dead halloween horror scary undead
🧟‍♂️||zombie_man man_zombie male_zombie|man zombie|apocalypse dead halloween horror scary undead
🧟‍♀️||zombie_woman woman_zombie female_zombie|woman zombie|apocalypse dead halloween horror scary undead
🧌||troll|troll|fairy fantasy monster tale trolling
💆|tones|massage person_getting_massage|person getting massage|face headache relax relaxing salon soothe
💆‍♂️|tones|massage_man man_getting_massage man-getting-massage|man getting massage|face headache relax relaxing salon soothe
💆‍♀️|tones|massage_woman woman_getting_massage woman-getting-massage|woman getting massage|face headache relax relaxing salon soothe
💇|tones|haircut person_getting_haircut|person getting haircut|barber beauty chop cosmetology cut groom
💇‍♂️|tones|haircut_man man_getting_haircut man-getting-haircut|man getting haircut|barber beauty chop cosmetology cut groom
💇‍♀️|tones|haircut_woman woman_getting_haircut woman-getting-haircut|woman getting haircut|barber beauty chop cosmetology cut groom
🚶|tones|walking person_walking|person walking|amble gait hike man pace pedestrian
🚶‍♂️|tones|walking_man man_walking man-walking|man walking|amble gait hike pace pedestrian stride
🚶‍♀️|tones|walking_woman woman_walking woman-walking|woman walking|amble gait hike man pace pedestrian
🚶‍➡️|tones|person_walking_right person_walking_facing_right|person walking: facing right|amble gait hike man pace pedestrian
🚶‍♀️‍➡️|tones|woman_walking_right woman_walking_facing_right|woman walking: facing right|amble gait hike man pace pedestrian
🚶‍♂️‍➡️|tones|man_walking_right man_walking_facing_right|man walking: facing right|amble gait hike pace pedestrian stride
🧍|tones|standing_person person_standing standing|person standing|stand
🧍‍♂️|tones|standing_man man_standing|man standing|stand
🧍‍♀️|tones|standing_woman woman_standing|woman standing|stand
🧎|tones|kneeling_person kneeling person_kneeling|person kneeling|kneel knees
🧎‍♂️|tones|kneeling_man man_kneeling|man kneeling|kneel knees
🧎‍♀️|tones|kneeling_woman woman_kneeling|woman kneeling|kneel knees
🧎‍➡️|tones|person_kneeling_right person_kneeling_facing_right|person kneeling: facing right|kneel knees
🧎‍♀️‍➡️|tones|woman_kneeling_right woman_kneeling_facing_right|woman kneeling: facing right|kneel knees
🧎‍♂️‍➡️|tones|man_kneeling_right man_kneeling_facing_right|man kneeling: facing right|kneel knees
🧑‍🦯|tones|person_with_probing_cane person_with_white_cane|person with white cane|accessibility blind
🧑‍🦯‍➡️|tones|person_with_white_cane_right person_with_white_cane_facing_right|person with white cane: facing right|accessibility blind probing
👨‍🦯|tones|man_with_probing_cane man_with_white_cane|man with white cane|accessibility blind
👨‍🦯‍➡️|tones|man_with_white_cane_right man_with_white_cane_facing_right|man with white cane: facing right|accessibility blind probing
👩‍🦯|tones|woman_with_probing_cane woman_with_white_cane|woman with white cane|accessibility blind
👩‍🦯‍➡️|tones|woman_with_white_cane_right woman_with_white_cane_facing_right|woman with white cane: facing right|accessibility blind probing
🧑‍🦼|tones|person_in_motorized_wheelchair|person in motorized wheelchair|accessibility
🧑‍🦼‍➡️|tones|person_in_motorized_wheelchair_right person_in_motorized_wheelchair_facing_right|person in motorized wheelchair: facing right|accessibility
👨‍🦼|tones|man_in_motorized_wheelchair|man in motorized wheelchair|accessibility
👨‍🦼‍➡️|tones|man_in_motorized_wheelchair_right man_in_motorized_wheelchair_facing_right|man in motorized wheelchair: facing right|accessibility
👩‍🦼|tones|woman_in_motorized_wheelchair|woman in motorized wheelchair|accessibility
👩‍🦼‍➡️|tones|woman_in_motorized_wheelchair_right woman_in_motorized_wheelchair_facing_right|woman in motorized wheelchair: facing right|accessibility
🧑‍🦽|tones|person_in_manual_wheelchair|person in manual wheelchair|accessibility
🧑‍🦽‍➡️|tones|person_in_manual_wheelchair_right person_in_manual_wheelchair_facing_right|person in manual wheelchair: facing right|accessibility
👨‍🦽|tones|man_in_manual_wheelchair|man in manual wheelchair|accessibility
👨‍🦽‍➡️|tones|man_in_manual_wheelchair_right man_in_manual_wheelchair_facing_right|man in manual wheelchair: facing right|accessibility
👩‍🦽|tones|woman_in_manual_wheelchair|woman in manual wheelchair|accessibility
👩‍🦽‍➡️|tones|woman_in_manual_wheelchair_right woman_in_manual_wheelchair_facing_right|woman in manual wheelchair: facing right|accessibility
🏃|tones|runner running person_running|person running|fast hurry marathon move quick race
🏃‍♂️|tones|running_man man_running man-running|man running|fast hurry marathon move quick race
🏃‍♀️|tones|running_woman woman_running woman-running|woman running|fast hurry marathon move quick race
🏃‍➡️|tones|person_running_right person_running_facing_right|person running: facing right|fast hurry marathon move quick race
🏃‍♀️‍➡️|tones|woman_running_right woman_running_facing_right|woman running: facing right|fast hurry marathon move quick race
🏃‍♂️‍➡️|tones|man_running_right man_running_facing_right|man running: facing right|fast hurry marathon move quick race
💃|tones|dancer woman_dancing|woman dancing|dance elegant festive flair flamenco groove
🕺|tones|man_dancing|man dancing|dance dancer elegant festive flair flamenco
🕴️|tones|business_suit_levitating levitate levitating|person in suit levitating|
👯|tones|dancers people_with_bunny_ears_partying|people with bunny ears|bestie bff counterpart dancer double ear
👯‍♂️|tones|dancing_men men_with_bunny_ears_partying men-with-bunny-ears-partying|men with bunny ears|bestie bff counterpart dancer double ear
👯‍♀️|tones|dancing_women women_with_bunny_ears_partying women-with-bunny-ears-partying|women with bunny ears|bestie bff counterpart dancer double ear
🧖|tones|sauna_person person_in_steamy_room|person in steamy room|day luxurious pamper relax spa steam
🧖‍♂️|tones|sauna_man man_in_steamy_room|man in steamy room|day luxurious pamper relax spa steam
🧖‍♀️|tones|sauna_woman woman_in_steamy_room|woman in steamy room|day luxurious pamper relax spa steam
🧗|tones|climbing person_climbing|person climbing|climb climber mountain rock scale up
🧗‍♂️|tones|climbing_man man_climbing|man climbing|climb climber mountain rock scale up
🧗‍♀️|tones|climbing_woman woman_climbing|woman climbing|climb climber mountain rock scale up
🤺||person_fencing fencer fencing|person fencing|sword
🏇|tones|horse_racing|horse racing|jockey racehorse riding sport
⛷️||skier person_skiing skiing|skier|ski snow
🏂|tones|snowboarder person_snowboarding snowboarding|snowboarder|ski snow snowboard sport
🏌️|tones|golfing golfer person_golfing|person golfing|ball birdie caddy driving golf green
🏌️‍♂️|tones|golfing_man man_golfing man-golfing|man golfing|ball birdie caddy driving golf green
🏌️‍♀️|tones|golfing_woman woman_golfing woman-golfing|woman golfing|ball birdie caddy driving golf green
🏄|tones|surfer person_surfing surfing|person surfing|beach ocean sport surf swell waves
🏄‍♂️|tones|surfing_man man_surfing man-surfing|man surfing|beach ocean sport surf surfer swell
🏄‍♀️|tones|surfing_woman woman_surfing woman-surfing|woman surfing|beach ocean person sport surf surfer
🚣|tones|rowboat person_rowing_boat|person rowing boat|canoe cruise fishing lake oar paddle
🚣‍♂️|tones|rowing_man man_rowing_boat man-rowing-boat|man rowing boat|canoe cruise fishing lake oar paddle
🚣‍♀️|tones|rowing_woman woman_rowing_boat woman-rowing-boat|woman rowing boat|canoe cruise fishing lake oar paddle
🏊|tones|swimmer person_swimming swimming|person swimming|freestyle sport swim triathlon
🏊‍♂️|tones|swimming_man man_swimming man-swimming|man swimming|freestyle sport swim swimmer triathlon
🏊‍♀️|tones|swimming_woman woman_swimming woman-swimming|woman swimming|freestyle man sport swim swimmer triathlon
⛹️|tones|bouncing_ball_person person_bouncing_ball person_with_ball|person bouncing ball|athletic basketball championship dribble net player
⛹️‍♂️|tones|basketball_man bouncing_ball_man man_bouncing_ball|man bouncing ball|athletic championship dribble net player throw
⛹️‍♀️|tones|basketball_woman bouncing_ball_woman woman_bouncing_ball|woman bouncing ball|athletic championship dribble net player throw
🏋️|tones|weight_lifting person_lifting_weights weight_lifter|person lifting weights|barbell bodybuilder deadlift powerlifting weightlifter workout
🏋️‍♂️|tones|weight_lifting_man man_lifting_weights man-lifting-weights|man lifting weights|barbell bodybuilder deadlift lifter powerlifting weightlifter
🏋️‍♀️|tones|weight_lifting_woman woman_lifting_weights woman-lifting-weights|woman lifting weights|barbell bodybuilder deadlift lifter powerlifting weightlifter
🚴|tones|bicyclist biking person_biking|person biking|bicycle bike cycle cyclist riding sport
🚴‍♂️|tones|biking_man man_biking man-biking|man biking|bicycle bicyclist bike cycle cyclist riding
🚴‍♀️|tones|biking_woman woman_biking woman-biking|woman biking|bicycle bicyclist bike cycle cyclist riding
🚵|tones|mountain_bicyclist mountain_biking person_mountain_biking|person mountain biking|bicycle bike cycle cyclist riding sport
🚵‍♂️|tones|mountain_biking_man man_mountain_biking man-mountain-biking|man mountain biking|bicycle bicyclist bike cycle cyclist riding
🚵‍♀️|tones|mountain_biking_woman woman_mountain_biking woman-mountain-biking|woman mountain biking|bicycle bicyclist bike cycle cyclist riding
🤸|tones|cartwheeling person_cartwheel person_doing_cartwheel|person cartwheeling|active excited flip gymnastics happy somersault
🤸‍♂️|tones|man_cartwheeling man-cartwheeling|man cartwheeling|active cartwheel excited flip gymnastics happy
🤸‍♀️|tones|woman_cartwheeling woman-cartwheeling|woman cartwheeling|active cartwheel excited flip gymnastics happy
🤼|tones|wrestling people_wrestling wrestlers|people wrestling|combat duel grapple ring tournament wrestle
🤼‍♂️|tones|men_wrestling man-wrestling|men wrestling|combat duel grapple ring tournament wrestle
🤼‍♀️|tones|women_wrestling woman-wrestling|women wrestling|combat duel grapple ring tournament wrestle
🤽|tones|water_polo person_playing_water_polo|person playing water polo|sport swimming waterpolo
🤽‍♂️|tones|man_playing_water_polo man-playing-water-polo|man playing water polo|sport swimming waterpolo
🤽‍♀️|tones|woman_playing_water_polo woman-playing-water-polo|woman playing water polo|sport swimming waterpolo
🤾|tones|handball_person handball person_playing_handball|person playing handball|athletics ball catch chuck hurl lob
🤾‍♂️|tones|man_playing_handball man-playing-handball|man playing handball|athletics ball catch chuck hurl lob
🤾‍♀️|tones|woman_playing_handball woman-playing-handball|woman playing handball|athletics ball catch chuck hurl lob
🤹|tones|juggling_person juggler juggling|person juggling|act balance balancing handle juggle manage
🤹‍♂️|tones|man_juggling man-juggling|man juggling|act balance balancing handle juggle manage
🤹‍♀️|tones|woman_juggling woman-juggling|woman juggling|act balance balancing handle juggle manage
🧘|tones|lotus_position person_in_lotus_position|person in lotus position|cross legged legs meditation peace relax
🧘‍♂️|tones|lotus_position_man man_in_lotus_position|man in lotus position|cross legged legs meditation peace relax
🧘‍♀️|tones|lotus_position_woman woman_in_lotus_position|woman in lotus position|cross legged legs meditation peace relax
🛀|tones|bath person_taking_bath|person taking bath|bathtub tub
🛌|tones|sleeping_bed person_in_bed sleeping_accommodation|person in bed|bedtime good goodnight hotel nap night
🧑‍🤝‍🧑||people_holding_hands|people holding hands|bae bestie bff couple dating flirt
👭|tones|two_women_holding_hands women_holding_hands|women holding hands|bae bestie bff couple dating flirt
👫|tones|couple man_and_woman_holding_hands woman_and_man_holding_hands|woman and man holding hands|bae bestie bff dating flirt friends
👬|tones|two_men_holding_hands men_holding_hands|men holding hands|bae bestie bff boys brothers couple
💏|tones|couplekiss couple_kiss|kiss|anniversary babe bae date dating heart
👩‍❤️‍💋‍👨|tones|couplekiss_man_woman kiss_mw kiss_wm|kiss: woman, man|anniversary babe bae couple date dating
👨‍❤️‍💋‍👨|tones|couplekiss_man_man kiss_mm man-kiss-man|kiss: man, man|anniversary babe bae couple date dating
👩‍❤️‍💋‍👩|tones|couplekiss_woman_woman kiss_ww woman-kiss-woman|kiss: woman, woman|anniversary babe bae couple date dating
💑|tones|couple_with_heart|couple with heart|anniversary babe bae dating kiss love
👩‍❤️‍👨|tones|couple_with_heart_woman_man couple_with_heart_mw couple_with_heart_wm|couple with heart: woman, man|anniversary babe bae dating kiss love
👨‍❤️‍👨|tones|couple_with_heart_man_man couple_with_heart_mm man-heart-man|couple with heart: man, man|anniversary babe bae dating kiss love
👩‍❤️‍👩|tones|couple_with_heart_woman_woman couple_with_heart_ww woman-heart-woman|couple with heart: woman, woman|anniversary babe bae dating kiss love
👨‍👩‍👦||family_man_woman_boy family_mwb man-woman-boy|family: man, woman, boy|child
👨‍👩‍👧||family_man_woman_girl family_mwg man-woman-girl|family: man, woman, girl|child
👨‍👩‍👧‍👦||family_man_woman_girl_boy family_mwgb man-woman-girl-boy|family: man, woman, girl, boy|child
👨‍👩‍👦‍👦||family_man_woman_boy_boy family_mwbb man-woman-boy-boy|family: man, woman, boy, boy|child
👨‍👩‍👧‍👧||family_man_woman_girl_girl family_mwgg man-woman-girl-girl|family: man, woman, girl, girl|child
👨‍👨‍👦||family_man_man_boy family_mmb man-man-boy|family: man, man, boy|child
👨‍👨‍👧||family_man_man_girl family_mmg man-man-girl|family: man, man, girl|child
👨‍👨‍👧‍👦||family_man_man_girl_boy family_mmgb man-man-girl-boy|family: man, man, girl, boy|child
👨‍👨‍👦‍👦||family_man_man_boy_boy family_mmbb man-man-boy-boy|family: man, man, boy, boy|child
👨‍👨‍👧‍👧||family_man_man_girl_girl family_mmgg man-man-girl-girl|family: man, man, girl, girl|child
👩‍👩‍👦||family_woman_woman_boy family_wwb woman-woman-boy|family: woman, woman, boy|child
👩‍👩‍👧||family_woman_woman_girl family_wwg woman-woman-girl|family: woman, woman, girl|child
👩‍👩‍👧‍👦||family_woman_woman_girl_boy family_wwgb woman-woman-girl-boy|family: woman, woman, girl, boy|child
👩‍👩‍👦‍👦||family_woman_woman_boy_boy family_wwbb woman-woman-boy-boy|family: woman, woman, boy, boy|child
👩‍👩‍👧‍👧||family_woman_woman_girl_girl family_wwgg woman-woman-girl-girl|family: woman, woman, girl, girl|child
👨‍👦||family_man_boy family_mb man-boy|family: man, boy|child
👨‍👦‍👦||family_man_boy_boy family_mbb man-boy-boy|family: man, boy, boy|child
👨‍👧||family_man_girl family_mg man-girl|family: man, girl|child
👨‍👧‍👦||family_man_girl_boy family_mgb man-girl-boy|family: man, girl, boy|child
👨‍👧‍👧||family_man_girl_girl family_mgg man-girl-girl|family: man, girl, girl|child
👩‍👦||family_woman_boy family_wb woman-boy|family: woman, boy|child
👩‍👦‍👦||family_woman_boy_boy family_wbb woman-boy-boy|family: woman, boy, boy|child
👩‍👧||family_woman_girl family_wg woman-girl|family: woman, girl|child
👩‍👧‍👦||family_woman_girl_boy family_wgb woman-girl-boy|family: woman, girl, boy|child
👩‍👧‍👧||family_woman_girl_girl family_wgg woman-girl-girl|family: woman, girl, girl|child
🗣️||speaking_head speaking_head_in_silhouette|speaking head|face speak
👤||bust_in_silhouette|bust in silhouette|mysterious shadow
👥||busts_in_silhouette|busts in silhouette|bff bust everyone friend friends people
🫂||people_hugging|people hugging|comfort embrace farewell friendship goodbye hello
👪||family|family|child
🧑‍🧑‍🧒||family_aac family_adult_adult_child|family: adult, adult, child|
🧑‍🧑‍🧒‍🧒||family_aacc family_adult_adult_child_child|family: adult, adult, child, child|
🧑‍🧒||family_aa family_ac family_adult_child|family: adult, child|
🧑‍🧒‍🧒||family_acc family_adult_child_child|family: adult, child, child|
👣||footprints|footprints|barefoot clothing footprint omw print walk
# nature
🐵||monkey_face|monkey face|animal banana
🐒||monkey|monkey|animal banana
🦍||gorilla|gorilla|animal
🦧||orangutan|orangutan|animal ape monkey
🐶||dog dog_face|dog face|adorbs animal pet puppies puppy
🐕||dog2 dog|dog|animal animals dogs pet
🦮||guide_dog|guide dog|accessibility animal blind
🐕‍🦺||service_dog|service dog|accessibility animal assistance
🐩||poodle|poodle|animal dog fluffy
🐺||wolf wolf_face|wolf|animal
🦊||fox_face fox|fox|animal
🦝||raccoon|raccoon|animal curious sly
🐱||cat cat_face|cat face|animal kitten kitty pet
🐈||cat2 cat|cat|animal animals cats kitten pet
🐈‍⬛||black_cat|black cat|animal feline halloween meow unlucky
🦁||lion lion_face|lion|alpha animal leo mane order rawr
🐯||tiger tiger_face|tiger face|animal big cat predator
🐅||tiger2 tiger|tiger|animal big cat predator zoo
🐆||leopard|leopard|animal big cat predator zoo
🐴||horse horse_face|horse face|animal dressage equine farm horses
🫎||moose|moose|alces animal antlers elk mammal
🫏||donkey|donkey|animal ass burro hinny mammal mule
🐎||racehorse horse|horse|animal equestrian farm racing
🦄||unicorn unicorn_face|unicorn|
🦓||zebra zebra_face|zebra|animal stripe
🦌||deer|deer|animal
🦬||bison|bison|animal buffalo herd wisent
🐮||cow cow_face|cow face|animal farm milk moo
🐂||ox|ox|animal animals bull farm taurus zodiac
🐃||water_buffalo|water buffalo|animal zoo
🐄||cow2 cow|cow|animal animals farm milk moo
🐷||pig pig_face|pig face|animal bacon farm pork
🐖||pig2 pig|pig|animal bacon farm pork sow
🐗||boar|boar|animal pig
🐽||pig_nose|pig nose|animal face farm smell snout
🐏||ram|ram|animal aries horns male sheep zodiac
🐑||sheep ewe|ewe|animal baa farm female fluffy lamb
🐐||goat|goat|animal capricorn farm milk zodiac
🐪||dromedary_camel|camel|animal desert hump one
🐫||camel|two-hump camel|animal bactrian desert hump two
🦙||llama|llama|alpaca animal guanaco vicuña wool
🦒||giraffe giraffe_face|giraffe|animal spots
🐘||elephant|elephant|animal
🦣||mammoth|mammoth|animal extinction large tusk wooly
🦏||rhinoceros rhino|rhinoceros|animal
🦛||hippopotamus hippo|hippopotamus|animal
🐭||mouse mouse_face|mouse face|animal
🐁||mouse2 mouse|mouse|animal animals
🐀||rat|rat|animal
🐹||hamster hamster_face|hamster|animal pet
🐰||rabbit rabbit_face|rabbit face|animal bunny pet
🐇||rabbit2 rabbit|rabbit|animal bunny pet
🐿️||chipmunk|chipmunk|animal squirrel
🦫||beaver|beaver|animal dam teeth
🦔||hedgehog|hedgehog|animal spiny
🦇||bat|bat|animal vampire
🐻||bear bear_face|bear|animal grizzly growl honey
🐻‍❄️||polar_bear polar_bear_face|polar bear|animal arctic white
🐨||koala koala_face|koala|animal australia bear down marsupial under
🐼||panda_face panda|panda|animal bamboo
🦥||sloth|sloth|lazy slow
🦦||otter|otter|animal fishing playful
🦨||skunk|skunk|animal stink
🦘||kangaroo|kangaroo|animal joey jump marsupial
🦡||badger|badger|animal honey pester
🐾||feet paw_prints|paw prints|paws print
🦃||turkey|turkey|bird gobble thanksgiving
🐔||chicken chicken_face|chicken|animal bird ornithology
🐓||rooster|rooster|animal bird ornithology
🐣||hatching_chick|hatching chick|animal baby bird egg
🐤||baby_chick|baby chick|animal bird ornithology
🐥||hatched_chick|front-facing baby chick|animal bird newborn ornithology
🐦||bird bird_face|bird|animal ornithology
🐧||penguin penguin_face|penguin|animal antarctica bird ornithology
🕊️||dove dove_of_peace|dove|bird fly ornithology
🦅||eagle|eagle|animal bird ornithology
🦆||duck|duck|animal bird ornithology
🦢||swan|swan|animal bird cygnet duckling ornithology ugly
🦉||owl|owl|animal bird ornithology wise
🦤||dodo|dodo|animal bird extinction large ornithology
🪶||feather|feather|bird flight light plumage
🦩||flamingo|flamingo|animal bird flamboyant ornithology tropical
🦚||peacock|peacock|animal bird colorful ornithology ostentatious peahen
🦜||parrot|parrot|animal bird ornithology pirate talk
🪽||wing|wing|angelic ascend aviation bird fly flying
🐦‍⬛||black_bird|black bird|animal beak caw corvid crow ornithology
🪿||goose|goose|animal bird duck flock fowl gaggle
🐦‍🔥||phoenix|phoenix|ascend ascension emerge fantasy firebird glory
🐸||frog frog_face|frog|animal
🐊||crocodile|crocodile|animal zoo
🐢||turtle|turtle|animal terrapin tortoise
🦎||lizard|lizard|animal reptile
🐍||snake|snake|animal bearer ophiuchus serpent zodiac
🐲||dragon_face|dragon face|animal fairy fairytale tale
🐉||dragon|dragon|animal fairy fairytale knights tale
🦕||sauropod|sauropod|brachiosaurus brontosaurus dinosaur diplodocus
🦖||t-rex trex|T-Rex|dinosaur rex t tyrannosaurus
🐳||whale spouting_whale|spouting whale|animal beach face ocean
🐋||whale2 whale|whale|animal beach ocean
🐬||dolphin flipper|dolphin|animal beach ocean
🦭||seal|seal|animal lion ocean sea
🐟||fish|fish|animal dinner fishes fishing pisces zodiac
🐠||tropical_fish|tropical fish|animal fishes
🐡||blowfish|blowfish|animal fish
🦈||shark|shark|animal fish
🐙||octopus|octopus|animal creature ocean
🐚||shell|spiral shell|animal beach conch sea
🪸||coral|coral|change climate ocean reef sea
🪼||jellyfish|jellyfish|animal aquarium burn invertebrate jelly life
🦀||crab|crab|cancer zodiac
🦞||lobster|lobster|animal bisque claws seafood
🦐||shrimp|shrimp|food shellfish small
🦑||squid|squid|animal food mollusk
🦪||oyster|oyster|diving pearl
🐌||snail|snail|animal escargot garden nature slug
🦋||butterfly|butterfly|insect pretty
🐛||bug|bug|animal garden insect
🐜||ant|ant|animal garden insect
🐝||bee honeybee|honeybee|animal bumblebee honey insect nature spring
🪲||beetle|beetle|animal bug insect
🐞||lady_beetle ladybug|lady beetle|animal garden insect ladybird nature
🦗||cricket|cricket|animal bug grasshopper insect orthoptera
🪳||cockroach|cockroach|animal insect pest roach
🕷️||spider|spider|animal insect
🕸️||spider_web|spider web|
🦂||scorpion|scorpion|scorpio scorpius zodiac
🦟||mosquito|mosquito|bite disease fever insect malaria pest
🪰||fly|fly|animal disease insect maggot pest rotting
🪱||worm|worm|animal annelid earthworm parasite
🦠||microbe|microbe|amoeba bacteria science virus
💐||bouquet|bouquet|anniversary birthday date flower love plant
🌸||cherry_blossom|cherry blossom|flower plant spring springtime
💮||white_flower|white flower|
🪷||lotus|lotus|beauty buddhism calm flower hinduism peace
🏵️||rosette|rosette|plant
🌹||rose|rose|beauty elegant flower love plant red
🥀||wilted_flower|wilted flower|dying
🌺||hibiscus|hibiscus|flower plant
🌻||sunflower|sunflower|flower outdoors plant sun
🌼||blossom|blossom|buttercup dandelion flower plant
🌷||tulip|tulip|blossom flower growth plant
🪻||hyacinth|hyacinth|bloom bluebonnet flower indigo lavender lilac
🌱||seedling|seedling|plant sapling sprout young
🪴||potted_plant|potted plant|decor grow house nurturing pot
🌲||evergreen_tree|evergreen tree|christmas forest pine
🌳||deciduous_tree|deciduous tree|forest green habitat shedding
🌴||palm_tree|palm tree|beach plant tropical
🌵||cactus|cactus|desert drought nature plant
🌾||ear_of_rice sheaf_of_rice|sheaf of rice|grain grains plant
🌿||herb|herb|leaf plant
☘️||shamrock|shamrock|irish plant
🍀||four_leaf_clover|four leaf clover|4 four-leaf irish lucky plant
🍁||maple_leaf|maple leaf|falling
🍂||fallen_leaf|fallen leaf|autumn fall falling
🍃||leaves|leaf fluttering in wind|blow flutter
🪹||empty_nest nest|empty nest|branch home nesting
🪺||nest_with_eggs|nest with eggs|bird branch egg nesting
🍄||mushroom|mushroom|fungus toadstool
# food
🍇||grapes|grapes|dionysus fruit grape
🍈||melon|melon|cantaloupe fruit
🍉||watermelon|watermelon|fruit
🍊||mandarin orange tangerine|tangerine|c citrus fruit nectarine vitamin
🍋||lemon|lemon|citrus fruit sour
🍋‍🟩||lime|lime|acidity citrus cocktail fruit garnish key
🍌||banana|banana|fruit potassium
🍍||pineapple|pineapple|colada fruit pina tropical
🥭||mango|mango|food fruit tropical
🍎||apple red_apple|red apple|diet food fruit health ripe
🍏||green_apple|green apple|fruit
🍐||pear|pear|fruit
🍑||peach|peach|fruit
🍒||cherries|cherries|berries cherry fruit red
🍓||strawberry|strawberry|berry fruit
🫐||blueberries|blueberries|berries berry bilberry blue blueberry food
🥝||kiwi_fruit kiwi kiwifruit|kiwi fruit|food
🍅||tomato|tomato|food fruit vegetable
🫒||olive|olive|food
🥥||coconut|coconut|colada palm piña
🥑||avocado|avocado|food fruit
🍆||eggplant|eggplant|aubergine vegetable
🥔||potato|potato|food vegetable
🥕||carrot|carrot|food vegetable
🌽||corn ear_of_corn|ear of corn|crops farm maize maze
🌶️||hot_pepper|hot pepper|
🫑||bell_pepper|bell pepper|capsicum food vegetable
🥒||cucumber|cucumber|food pickle vegetable
🥬||leafy_green|leafy green|bok burgers cabbage choy kale lettuce
🥦||broccoli|broccoli|cabbage wild
🧄||garlic|garlic|flavoring
🧅||onion|onion|flavoring
🥜||peanuts|peanuts|food nut peanut vegetable
🫘||beans|beans|food kidney legume small
🌰||chestnut|chestnut|almond plant
🫚||ginger_root ginger|ginger root|beer health herb natural spice
🫛||pea_pod pea|pea pod|beans beanstalk edamame legume soybean vegetable
🍄‍🟫||brown_mushroom|brown mushroom|food fungi fungus nature pizza portobello
🍞||bread|bread|carbs food grain loaf restaurant toast
🥐||croissant|croissant|bread breakfast crescent food french roll
🥖||baguette_bread|baguette bread|food french
🫓||flatbread|flatbread|arepa bread food gordita lavash naan
🥨||pretzel|pretzel|convoluted twisted
🥯||bagel|bagel|bakery bread breakfast schmear
🥞||pancakes|pancakes|breakfast crêpe food hotcake pancake
🧇||waffle|waffle|breakfast indecisive iron
🧀||cheese cheese_wedge|cheese wedge|
🍖||meat_on_bone|meat on bone|
🍗||poultry_leg|poultry leg|bone chicken drumstick hungry turkey
🥩||cut_of_meat|cut of meat|chop lambchop porkchop red steak
🥓||bacon|bacon|breakfast food meat
🍔||hamburger|hamburger|burger eat fast food hungry
🍟||fries french_fries|french fries|fast food
🍕||pizza|pizza|cheese food hungry pepperoni slice
🌭||hotdog|hot dog|frankfurter sausage
🥪||sandwich|sandwich|bread
🌮||taco|taco|mexican
🌯||burrito|burrito|mexican wrap
🫔||tamale|tamale|food mexican pamonha wrapped
🥙||stuffed_flatbread|stuffed flatbread|falafel food gyro kebab
🧆||falafel|falafel|chickpea meatball
🥚||egg|egg|breakfast food
🍳||fried_egg cooking|cooking|breakfast easy fry frying over pan
🥘||shallow_pan_of_food|shallow pan of food|casserole paella
🍲||stew pot_of_food|pot of food|soup
🫕||fondue|fondue|cheese chocolate food melted pot ski
🥣||bowl_with_spoon|bowl with spoon|breakfast cereal congee oatmeal porridge
🥗||green_salad salad|green salad|food
🍿||popcorn|popcorn|corn movie pop
🧈||butter|butter|dairy
🧂||salt|salt|condiment flavor mad salty shaker taste
🥫||canned_food|canned food|can
🍱||bento bento_box|bento box|food
🍘||rice_cracker|rice cracker|food
🍙||rice_ball|rice ball|food japanese
🍚||rice cooked_rice|cooked rice|food
🍛||curry curry_rice|curry rice|food
🍜||ramen steaming_bowl|steaming bowl|chopsticks food noodle pho soup
🍝||spaghetti|spaghetti|food meatballs pasta restaurant
🍠||sweet_potato|roasted sweet potato|food
🍢||oden|oden|food kebab restaurant seafood skewer stick
🍣||sushi|sushi|food
🍤||fried_shrimp|fried shrimp|prawn tempura
🍥||fish_cake|fish cake with swirl|food pastry restaurant
🥮||moon_cake|moon cake|autumn festival yuèbǐng
🍡||dango|dango|dessert japanese skewer stick sweet
🥟||dumpling|dumpling|empanada gyōza jiaozi pierogi potsticker
🥠||fortune_cookie|fortune cookie|prophecy
🥡||takeout_box|takeout box|chopsticks delivery food oyster pail
🍦||icecream soft_serve|soft ice cream|dessert food restaurant sweet
🍧||shaved_ice|shaved ice|dessert restaurant sweet
🍨||ice_cream|ice cream|dessert food restaurant sweet
🍩||doughnut|doughnut|breakfast dessert donut food sweet
🍪||cookie|cookie|chip chocolate dessert sweet
🎂||birthday birthday_cake|birthday cake|bday celebration dessert happy pastry sweet
🍰||cake shortcake|shortcake|dessert pastry slice sweet
🧁||cupcake|cupcake|bakery dessert sprinkles sugar sweet treat
🥧||pie|pie|apple filling fruit meat pastry pumpkin
🍫||chocolate_bar|chocolate bar|candy dessert halloween sweet tooth
🍬||candy|candy|cavities dessert halloween restaurant sweet tooth
🍭||lollipop|lollipop|candy dessert food restaurant sweet
🍮||custard|custard|dessert pudding sweet
🍯||honey_pot|honey pot|barrel bear food honeypot jar sweet
🍼||baby_bottle|baby bottle|babies birth born drink infant milk
🥛||milk_glass glass_of_milk milk|glass of milk|drink
☕||coffee|hot beverage|cafe caffeine chai drink morning steaming
🫖||teapot|teapot|brew drink food pot tea
🍵||tea|teacup without handle|beverage cup drink oolong
🍶||sake|sake|bar beverage bottle cup drink restaurant
🍾||champagne|bottle with popping cork|bar drink
🍷||wine_glass|wine glass|alcohol bar beverage booze club drink
🍸||cocktail|cocktail glass|alcohol bar booze club drink drinking
🍹||tropical_drink|tropical drink|alcohol bar booze club cocktail drinking
🍺||beer|beer mug|alcohol ale bar booze drink drinking
🍻||beers|clinking beer mugs|alcohol bar booze bottoms cheers clink
🥂||clinking_glasses|clinking glasses|celebrate clink drink glass
🥃||tumbler_glass whisky|tumbler glass|liquor scotch shot whiskey
🫗||pouring_liquid pour|pouring liquid|accident drink empty glass oops spill
🥤||cup_with_straw|cup with straw|drink juice malt soda soft water
🧋||bubble_tea boba_drink|bubble tea|food milk pearl
🧃||beverage_box juice_box|beverage box|straw sweet
🧉||mate mate_drink|mate|
🧊||ice_cube ice|ice|cold iceberg
🥢||chopsticks|chopsticks|hashi jeotgarak kuaizi
🍽️||plate_with_cutlery fork_knife_plate knife_fork_plate|fork and knife with plate|cooking dinner eat
🍴||fork_and_knife|fork and knife|breakfast breaky cooking cutlery delicious dinner
🥄||spoon|spoon|eat tableware
🔪||hocho knife|kitchen knife|chef cooking tool weapon
🫙||jar|jar|condiment container empty nothing sauce store
🏺||amphora|amphora|aquarius cooking drink jug tool weapon
# activities
🎃||jack_o_lantern|jack-o-lantern|celebration halloween pumpkin
🎄||christmas_tree|Christmas tree|celebration
🎆||fireworks|fireworks|boom celebration entertainment yolo
🎇||sparkler|sparkler|boom celebration fireworks sparkle
🧨||firecracker|firecracker|dynamite explosive fire fireworks light pop
✨||sparkles|sparkles|* magic sparkle star
🎈||balloon|balloon|birthday celebrate celebration
🎉||tada party party_popper|party popper|awesome birthday celebrate celebration excited hooray
🎊||confetti_ball|confetti ball|celebrate celebration party woohoo
🎋||tanabata_tree|tanabata tree|banner celebration japanese
🎍||bamboo|pine decoration|celebration japanese plant
🎎||dolls|Japanese dolls|celebration doll festival japanese
🎏||flags carp_streamer|carp streamer|celebration
🎐||wind_chime|wind chime|bell celebration
🎑||rice_scene moon_ceremony|moon viewing ceremony|celebration
🧧||red_envelope|red envelope|gift good hóngbāo lai luck money
🎀||ribbon|ribbon|celebration
🎁||gift|wrapped gift|birthday bow box celebration christmas present
🎗️||reminder_ribbon|reminder ribbon|celebration
🎟️||tickets admission_tickets|admission tickets|ticket
🎫||ticket|ticket|admission stub
🎖️||medal_military military_medal medal|military medal|award celebration
🏆||trophy|trophy|champion champs prize slay sport victory
🏅||medal_sports sports_medal|sports medal|award gold winner
🥇||1st_place_medal 1st first_place_medal|1st place medal|gold
🥈||2nd_place_medal 2nd second_place_medal|2nd place medal|silver
🥉||3rd_place_medal 3rd third_place_medal|3rd place medal|bronze
⚽||soccer|soccer ball|football futbol sport
⚾||baseball|baseball|ball sport
🥎||softball|softball|ball glove sports underarm
🏀||basketball|basketball|ball hoop sport
🏐||volleyball|volleyball|ball game
🏈||football|american football|ball bowl sport super
🏉||rugby_football|rugby football|ball sport
🎾||tennis|tennis|ball racquet sport
🥏||flying_disc|flying disc|ultimate
🎳||bowling|bowling|ball game sport strike
🏏||cricket_game cricket_bat_and_ball|cricket game|
🏑||field_hockey field_hockey_stick_and_ball|field hockey|game
🏒||ice_hockey hockey ice_hockey_stick_and_puck|ice hockey|game
🥍||lacrosse|lacrosse|ball goal sports stick
🏓||ping_pong table_tennis_paddle_and_ball|ping pong|bat game pingpong
🏸||badminton badminton_racquet_and_shuttlecock|badminton|birdie game
🥊||boxing_glove|boxing glove|
🥋||martial_arts_uniform|martial arts uniform|judo karate taekwondo
🥅||goal_net|goal net|
⛳||golf|flag in hole|sport
⛸️||ice_skate|ice skate|skating
🎣||fishing_pole_and_fish fishing_pole|fishing pole|entertainment sport
🤿||diving_mask|diving mask|scuba snorkeling
🎽||running_shirt_with_sash running_shirt|running shirt|athletics
🎿||ski|skis|snow sport
🛷||sled|sled|luge sledge sleigh snow toboggan
🥌||curling_stone|curling stone|game rock
🎯||dart bullseye direct_hit|bullseye|bull entertainment game target
🪀||yo_yo yo-yo|yo-yo|fluctuate toy
🪁||kite|kite|fly soar
🔫||gun pistol|water pistol|handgun revolver tool weapon
🎱||8ball billiards|pool 8 ball|billiard eight game
🔮||crystal_ball|crystal ball|fairy fairytale fantasy fortune future magic
🪄||magic_wand|magic wand|magician witch wizard
🎮||video_game controller|video game|entertainment
🕹️||joystick|joystick|game video videogame
🎰||slot_machine|slot machine|casino gamble gambling game slots
🎲||game_die|game die|dice entertainment
🧩||jigsaw puzzle_piece|puzzle piece|clue interlocking
🧸||teddy_bear|teddy bear|plaything plush stuffed toy
🪅||pinata|piñata|candy celebrate celebration cinco de festive
🪩||mirror_ball disco disco_ball|mirror ball|dance glitter party
🪆||nesting_dolls|nesting dolls|babooshka baboushka babushka doll matryoshka russia
♠️||spades|spade suit|card game
♥️||hearts|heart suit|card emotion game
♦️||diamonds|diamond suit|card game
♣️||clubs|club suit|card game
♟️||chess_pawn|chess pawn|dupe expendable
🃏||black_joker|joker|card game wildcard
🀄||mahjong|mahjong red dragon|game
🎴||flower_playing_cards|flower playing cards|card game japanese
🎭||performing_arts|performing arts|actor actress art entertainment mask theater
🖼️||framed_picture frame_with_picture|framed picture|art museum painting
🎨||art palette|artist palette|artsy arty colorful creative entertainment museum
🧵||thread|thread|needle sewing spool string
🪡||sewing_needle|sewing needle|embroidery sew stitches sutures tailoring thread
🧶||yarn|yarn|ball crochet knit
🪢||knot|knot|cord rope tangled tie twine twist
# travel
🌍||earth_africa earth_europe|globe showing Europe-Africa|europe-africa world
🌎||earth_americas|globe showing Americas|world
🌏||earth_asia|globe showing Asia-Australia|asia-australia australia world
🌐||globe_with_meridians|globe with meridians|earth internet web world worldwide
🗺️||world_map|world map|
🗾||japan japan_map|map of Japan|
🧭||compass|compass|direction magnetic navigation orienteering
🏔️||mountain_snow snow_capped_mountain|snow-capped mountain|cold
⛰️||mountain|mountain|
🌋||volcano|volcano|eruption mountain nature
🗻||mount_fuji|mount fuji|mountain nature
🏕️||camping|camping|
🏖️||beach_umbrella beach beach_with_umbrella|beach with umbrella|
🏜️||desert|desert|
🏝️||desert_island island|desert island|
🏞️||national_park|national park|
🏟️||stadium|stadium|
🏛️||classical_building|classical building|
🏗️||building_construction construction_site|building construction|crane
🧱||bricks|brick|clay mortar wall
🪨||rock|rock|boulder heavy solid stone tough
🪵||wood|wood|log lumber timber
🛖||hut|hut|home house roundhouse shelter yurt
🏘️||houses homes house_buildings|houses|
🏚️||derelict_house house_abandoned derelict_house_building|derelict house|home
🏠||house|house|building country heart home ranch settle
🏡||house_with_garden|house with garden|building country heart home ranch settle
🏢||office|office building|city cubical job
🏣||post_office|Japanese post office|building japanese
🏤||european_post_office|post office|building
🏥||hospital|hospital|building doctor medicine
🏦||bank|bank|building
🏨||hotel|hotel|building
🏩||love_hotel|love hotel|building
🏪||convenience_store|convenience store|24 building hours
🏫||school|school|building
🏬||department_store|department store|building
🏭||factory|factory|building
🏯||japanese_castle|Japanese castle|building
🏰||european_castle castle|castle|building
💒||wedding|wedding|chapel hitched nuptials romance
🗼||tokyo_tower|Tokyo tower|
🗽||statue_of_liberty|Statue of Liberty|new ny nyc york
⛪||church|church|bless chapel christian cross religion
🕌||mosque|mosque|islam masjid muslim religion
🛕||hindu_temple|hindu temple|
🕍||synagogue|synagogue|jew jewish judaism religion temple
⛩️||shinto_shrine|shinto shrine|religion
🕋||kaaba|kaaba|hajj islam muslim religion umrah
⛲||fountain|fountain|
⛺||tent|tent|camping
🌁||foggy|foggy|fog
🌃||night_with_stars|night with stars|star
🏙️||cityscape|cityscape|city
🌄||sunrise_over_mountains|sunrise over mountains|morning sun
🌅||sunrise|sunrise|morning nature sun
🌆||city_sunset city_dusk|cityscape at dusk|building evening landscape sun
🌇||city_sunrise city_sunset|sunset|building dusk sun
🌉||bridge_at_night|bridge at night|
♨️||hotsprings|hot springs|steaming
🎠||carousel_horse|carousel horse|entertainment
🛝||playground_slide slide|playground slide|amusement park play playing sliding theme
🎡||ferris_wheel|ferris wheel|amusement park theme
🎢||roller_coaster|roller coaster|amusement park theme
💈||barber barber_pole|barber pole|cut fresh haircut shave
🎪||circus_tent|circus tent|
🚂||steam_locomotive|locomotive|caboose engine railway train trains travel
🚃||railway_car|railway car|electric train tram travel trolleybus
🚄||bullettrain_side|high-speed train|railway shinkansen speed
🚅||bullettrain_front|bullet train|high-speed nose railway shinkansen speed travel
🚆||train2 train|train|arrived choo railway
🚇||metro|metro|subway travel
🚈||light_rail|light rail|arrived monorail railway
🚉||station|station|railway train
🚊||tram|tram|trolleybus
🚝||monorail|monorail|vehicle
🚞||mountain_railway|mountain railway|car trip
🚋||train tram_car|tram car|bus trolley trolleybus
🚌||bus|bus|school vehicle
🚍||oncoming_bus|oncoming bus|cars
🚎||trolleybus|trolleybus|bus tram trolley
🚐||minibus|minibus|bus drive van vehicle
🚑||ambulance|ambulance|emergency vehicle
🚒||fire_engine|fire engine|truck
🚓||police_car|police car|5–0 cops patrol
🚔||oncoming_police_car|oncoming police car|
🚕||taxi|taxi|cab cabbie car drive vehicle yellow
🚖||oncoming_taxi|oncoming taxi|cab cabbie cars drove hail yellow
🚗||car red_car|automobile|driving vehicle
🚘||oncoming_automobile|oncoming automobile|car cars drove vehicle
🚙||blue_car suv|sport utility vehicle|drive recreational sportutility
🛻||pickup_truck|pickup truck|automobile car flatbed pick-up transportation
🚚||truck delivery_truck|delivery truck|car drive vehicle
🚛||articulated_lorry|articulated lorry|car drive move semi truck vehicle
🚜||tractor|tractor|vehicle
🏎️||racing_car|racing car|zoom
🏍️||motorcycle racing_motorcycle|motorcycle|
🛵||motor_scooter|motor scooter|
🦽||manual_wheelchair|manual wheelchair|accessibility
🦼||motorized_wheelchair|motorized wheelchair|accessibility
🛺||auto_rickshaw|auto rickshaw|tuk
🚲||bike bicycle|bicycle|class cycle cycling cyclist gang ride
🛴||kick_scooter scooter|kick scooter|
🛹||skateboard|skateboard|board skate skater wheels
🛼||roller_skate|roller skate|blades skates sport
🚏||busstop|bus stop|
🛣️||motorway|motorway|highway road
🛤️||railway_track|railway track|train
🛢️||oil_drum|oil drum|
⛽||fuelpump|fuel pump|diesel gas gasoline station
🛞||wheel|wheel|car circle tire turn vehicle
🚨||rotating_light|police car light|alarm alert beacon emergency revolving siren
🚥||traffic_light|horizontal traffic light|intersection signal stop stoplight
🚦||vertical_traffic_light|vertical traffic light|drove intersection signal stop stoplight
🛑||stop_sign octagonal_sign|stop sign|
🚧||construction|construction|barrier
⚓||anchor|anchor|ship tool
🛟||ring_buoy lifebuoy|ring buoy|float life lifesaver preserver rescue safety
⛵||boat sailboat|sailboat|resort sailing sea yacht
🛶||canoe|canoe|boat
🚤||speedboat|speedboat|billionaire boat lake luxury millionaire summer
🛳️||passenger_ship cruise_ship|passenger ship|
⛴️||ferry|ferry|boat passenger
🛥️||motor_boat motorboat|motor boat|
🚢||ship|ship|boat passenger travel
✈️||airplane|airplane|aeroplane fly flying jet plane travel
🛩️||small_airplane|small airplane|aeroplane plane
🛫||flight_departure airplane_departure|airplane departure|aeroplane check-in departures plane
🛬||flight_arrival airplane_arriving|airplane arrival|aeroplane arrivals landing plane
🪂||parachute|parachute|hang-glide parasail skydive
💺||seat|seat|chair
🚁||helicopter|helicopter|copter roflcopter travel vehicle
🚟||suspension_railway|suspension railway|
🚠||mountain_cableway|mountain cableway|cable gondola lift ski
🚡||aerial_tramway|aerial tramway|cable car gondola ropeway
🛰️||artificial_satellite satellite|satellite|space
🚀||rocket|rocket|launch rockets space travel
🛸||flying_saucer|flying saucer|aliens extra terrestrial ufo
🛎️||bellhop_bell bellhop|bellhop bell|hotel
🧳||luggage|luggage|bag packing roller suitcase travel
⌛||hourglass|hourglass done|sand time timer
⏳||hourglass_flowing_sand|hourglass not done|hours timer waiting yolo
⌚||watch|watch|clock time
⏰||alarm_clock|alarm clock|hours hrs late time waiting
⏱️||stopwatch|stopwatch|clock time
⏲️||timer_clock|timer clock|
🕰️||mantelpiece_clock clock|mantelpiece clock|time
🕛||clock12|twelve o’clock|12 12:00 clock time
🕧||clock1230|twelve-thirty|12 12:30 30 clock thirty time
🕐||clock1|one o’clock|1 1:00 clock time
🕜||clock130|one-thirty|1 1:30 30 clock one thirty
🕑||clock2|two o’clock|2 2:00 clock time
🕝||clock230|two-thirty|2 2:30 30 clock thirty time
🕒||clock3|three o’clock|3 3:00 clock time
🕞||clock330|three-thirty|3 30 3:30 clock thirty three
🕓||clock4|four o’clock|4 4:00 clock time
🕟||clock430|four-thirty|30 4 4:30 clock four thirty
🕔||clock5|five o’clock|5 5:00 clock time
🕠||clock530|five-thirty|30 5 5:30 clock five thirty
🕕||clock6|six o’clock|6 6:00 clock time
🕡||clock630|six-thirty|30 6 6:30 clock six thirty
🕖||clock7|seven o’clock|0 7 7:00 clock
🕢||clock730|seven-thirty|30 7 7:30 clock seven thirty
🕗||clock8|eight o’clock|8 8:00 clock time
🕣||clock830|eight-thirty|30 8 8:30 clock eight thirty
🕘||clock9|nine o’clock|9 9:00 clock time
🕤||clock930|nine-thirty|30 9 9:30 clock nine thirty
🕙||clock10|ten o’clock|0 10 10:00 clock
🕥||clock1030|ten-thirty|10 10:30 30 clock ten thirty
🕚||clock11|eleven o’clock|11 11:00 clock time
🕦||clock1130|eleven-thirty|11 11:30 30 clock eleven thirty
🌑||new_moon|new moon|dark space
🌒||waxing_crescent_moon|waxing crescent moon|dreams space
🌓||first_quarter_moon|first quarter moon|space
🌔||moon waxing_gibbous_moon|waxing gibbous moon|space
🌕||full_moon|full moon|space
🌖||waning_gibbous_moon|waning gibbous moon|space
🌗||last_quarter_moon|last quarter moon|space
🌘||waning_crescent_moon|waning crescent moon|space
🌙||crescent_moon|crescent moon|ramadan space
🌚||new_moon_with_face|new moon face|space
🌛||first_quarter_moon_with_face|first quarter moon face|space
🌜||last_quarter_moon_with_face|last quarter moon face|dreams
🌡️||thermometer|thermometer|weather
☀️||sunny sun|sun|bright rays space weather
🌝||full_moon_with_face|full moon face|bright
🌞||sun_with_face|sun with face|beach bright day heat shine sunny
🪐||ringed_planet saturn|ringed planet|saturnine
⭐||star|star|astronomy medium stars white
🌟||star2 glowing_star|glowing star|glittery glow night shining sparkle win
🌠||stars shooting_star|shooting star|falling night space
🌌||milky_way|milky way|space
☁️||cloud|cloud|weather
⛅||partly_sunny sun_behind_cloud|sun behind cloud|cloudy weather
⛈️||cloud_with_lightning_and_rain stormy thunder_cloud_and_rain|cloud with lightning and rain|thunderstorm
🌤️||sun_behind_small_cloud sunny mostly_sunny|sun behind small cloud|weather
🌥️||sun_behind_large_cloud cloudy barely_sunny|sun behind large cloud|weather
🌦️||sun_behind_rain_cloud sun_and_rain partly_sunny_rain|sun behind rain cloud|weather
🌧️||cloud_with_rain rainy rain_cloud|cloud with rain|weather
🌨️||cloud_with_snow snowy snow_cloud|cloud with snow|cold weather
🌩️||cloud_with_lightning lightning lightning_cloud|cloud with lightning|weather
🌪️||tornado tornado_cloud|tornado|weather whirlwind
🌫️||fog|fog|cloud weather
🌬️||wind_face wind_blowing_face|wind face|blow cloud
🌀||cyclone|cyclone|dizzy hurricane twister typhoon weather
🌈||rainbow|rainbow|gay genderqueer glbt glbtq lesbian lgbt
🌂||closed_umbrella|closed umbrella|clothing rain
☂️||open_umbrella umbrella|umbrella|clothing rain
☔||umbrella umbrella_with_rain umbrella_with_rain_drops|umbrella with rain drops|clothing drop weather
⛱️||parasol_on_ground beach_umbrella umbrella_on_ground|umbrella on ground|rain sun
⚡||zap high_voltage|high voltage|danger electric electricity lightning nature thunder
❄️||snowflake|snowflake|cold snow weather
☃️||snowman_with_snow snowman2 snowman|snowman|cold man
⛄||snowman snowman_without_snow|snowman without snow|cold man
☄️||comet|comet|space
🔥||fire|fire|af burn flame hot lit litaf
💧||droplet|droplet|cold comic drop nature sad sweat
🌊||ocean water_wave|water wave|nature surf surfer surfing
# objects
👓||eyeglasses glasses|glasses|clothing eye eyewear
🕶️||dark_sunglasses sunglasses|sunglasses|eye eyewear glasses
🥽||goggles|goggles|dive eye protection scuba swimming welding
🥼||lab_coat|lab coat|clothes doctor dr experiment jacket scientist
🦺||safety_vest|safety vest|emergency
👔||necktie|necktie|clothing employed serious shirt tie
👕||shirt tshirt|t-shirt|blue casual clothes clothing collar dressed
👖||jeans|jeans|blue casual clothes clothing denim dressed
🧣||scarf|scarf|bundle cold neck up
🧤||gloves|gloves|hand
🧥||coat|coat|brr bundle cold jacket up
🧦||socks|socks|stocking
👗||dress|dress|clothes clothing dressed fancy shopping
👘||kimono|kimono|clothing comfortable
🥻||sari|sari|clothing dress
🩱||one_piece_swimsuit one-piece_swimsuit|one-piece swimsuit|bathing suit
🩲||swim_brief briefs|briefs|bathing one-piece suit swimsuit underwear
🩳||shorts|shorts|bathing pants suit swimsuit underwear
👙||bikini|bikini|bathing beach clothing pool suit swim
👚||womans_clothes|woman’s clothes|blouse clothing collar dress dressed lady
🪭||folding_hand_fan folding_fan|folding hand fan|clack clap cool cooling dance flirt
👛||purse|purse|clothes clothing coin dress fancy handbag
👜||handbag|handbag|bag clothes clothing dress lady purse
👝||pouch clutch_bag|clutch bag|clothes clothing dress handbag purse
🛍️||shopping shopping_bags|shopping bags|bag hotel
🎒||school_satchel backpack|backpack|backpacking bag bookbag education rucksack
🩴||thong_sandal|thong sandal|beach flip flop sandals shoe thongs
👞||mans_shoe shoe|man’s shoe|brown clothes clothing feet foot kick
👟||athletic_shoe sneaker|running shoe|clothes clothing fast kick shoes shopping
🥾||hiking_boot|hiking boot|backpacking brown camping outdoors shoe
🥿||flat_shoe womans_flat_shoe|flat shoe|ballet comfy flats slip-on slipper
👠||high_heel|high-heeled shoe|clothes clothing dress fashion heels shoes
👡||sandal|woman’s sandal|clothing shoe woman
🩰||ballet_shoes|ballet shoes|dance
👢||boot|woman’s boot|clothes clothing dress shoe shoes shopping
🪮||hair_pick|hair pick|afro comb groom
👑||crown|crown|clothing family king medieval queen royal
👒||womans_hat|woman’s hat|clothes clothing garden hats party woman
🎩||tophat top_hat|top hat|clothes clothing fancy formal magic
🎓||mortar_board graduation_cap|graduation cap|celebration clothing education hat scholar
🧢||billed_cap|billed cap|baseball bent dad hat
🪖||military_helmet|military helmet|army soldier war warrior
⛑️||rescue_worker_helmet helmet_with_cross helmet_with_white_cross|rescue worker’s helmet|aid face hat
📿||prayer_beads|prayer beads|clothing necklace religion
💄||lipstick|lipstick|cosmetics date makeup
💍||ring|ring|diamond engaged engagement married romance shiny
💎||gem|gem stone|diamond engagement jewel money romance wedding
🔇||mute no_sound|muted speaker|quiet silent
🔈||speaker low_volume quiet_sound|speaker low volume|soft
🔉||sound medium_volumne|speaker medium volume|
🔊||loud_sound high_volume|speaker high volume|music
📢||loudspeaker|loudspeaker|address communication loud public sound
📣||mega megaphone|megaphone|cheering sound
📯||postal_horn|postal horn|post
🔔||bell|bell|break church sound
🔕||no_bell|bell with slash|forbidden mute not prohibited quiet silent
🎼||musical_score|musical score|music note
🎵||musical_note|musical note|music sound
🎶||notes musical_notes|musical notes|music note sound
🎙️||studio_microphone|studio microphone|mic music
🎚️||level_slider|level slider|music
🎛️||control_knobs|control knobs|music
🎤||microphone|microphone|karaoke mic music sing sound
🎧||headphones|headphone|earbud sound
📻||radio|radio|entertainment tbt video
🎷||saxophone|saxophone|instrument music sax
🎺||trumpet|trumpet|instrument music
🪗||accordion|accordion|box concertina instrument music squeeze squeezebox
🎸||guitar|guitar|instrument music strat
🎹||musical_keyboard|musical keyboard|instrument music piano
🎻||violin|violin|instrument music
🪕||banjo|banjo|music stringed
🥁||drum drum_with_drumsticks|drum|music
🪘||long_drum|long drum|beat conga instrument rhythm
🪇||maracas|maracas|cha dance instrument music party percussion
🪈||flute|flute|band fife flautist instrument marching music
📱||iphone android mobile_phone|mobile phone|cell communication telephone
📲||calling mobile_phone_arrow|mobile phone with arrow|build call cell communication receive telephone
☎️||phone telephone|telephone|
📞||telephone_receiver|telephone receiver|communication phone voip
📟||pager|pager|communication
📠||fax fax_machine|fax machine|communication
🔋||battery|battery|
🪫||low_battery|low battery|drained electronic energy power
🔌||electric_plug|electric plug|electricity
💻||computer laptop|laptop|office pc personal
🖥️||desktop_computer computer|desktop computer|monitor
🖨️||printer|printer|computer
⌨️||keyboard|keyboard|computer
🖱️||computer_mouse three_button_mouse|computer mouse|
🖲️||trackball|trackball|computer
💽||minidisc computer_disk|computer disk|minidisk optical
💾||floppy_disk|floppy disk|computer
💿||cd optical_disk|optical disk|blu-ray computer dvd
📀||dvd|dvd|blu-ray cd computer disk optical
🧮||abacus|abacus|calculation calculator
🎥||movie_camera|movie camera|bollywood cinema film hollywood record
🎞️||film_strip film_frames|film frames|cinema movie
📽️||film_projector|film projector|cinema movie video
🎬||clapper|clapper board|action movie
📺||tv|television|video
📷||camera|camera|photo selfie snap tbt trip video
📸||camera_flash camera_with_flash|camera with flash|video
📹||video_camera|video camera|camcorder tbt
📼||vhs videocassette|videocassette|old school tape vcr video
🔍||mag|magnifying glass tilted left|lab left-pointing science search tool
🔎||mag_right|magnifying glass tilted right|contact lab right-pointing science search tool
🕯️||candle|candle|light
💡||bulb light_bulb|light bulb|comic electric idea
🔦||flashlight|flashlight|electric light tool torch
🏮||izakaya_lantern lantern red_paper_lantern|red paper lantern|bar light restaurant
🪔||diya_lamp|diya lamp|light oil
📔||notebook_with_decorative_cover|notebook with decorative cover|book decorated education school writing
📕||closed_book|closed book|education
📖||book open_book|open book|education fantasy knowledge library novels reading
📗||green_book|green book|education fantasy library reading
📘||blue_book|blue book|education fantasy library reading
📙||orange_book|orange book|education fantasy library reading
📚||books|books|book education fantasy knowledge library novels
📓||notebook|notebook|
📒||ledger|ledger|notebook
📃||page_with_curl|page with curl|document paper
📜||scroll|scroll|paper
📄||page_facing_up|page facing up|document paper
📰||newspaper|newspaper|communication news paper
🗞️||newspaper_roll rolled_up_newspaper|rolled-up newspaper|news paper
📑||bookmark_tabs|bookmark tabs|mark marker
🔖||bookmark|bookmark|mark
🏷️||label|label|tag
🪙||coin|coin|dollar euro gold metal money rich
💰||moneybag|money bag|bank bet billion cash cost dollar
💴||yen|yen banknote|bank bill currency money note
💵||dollar|dollar banknote|bank bill currency money note
💶||euro|euro banknote|100 bank bill currency money note
💷||pound|pound banknote|bank bill billion cash currency money
💸||money_with_wings|money with wings|bank banknote bill billion cash dollar
💳||credit_card|credit card|bank cash charge money pay
🧾||receipt|receipt|accounting bookkeeping evidence invoice proof
💹||chart|chart increasing with yen|bank currency graph growth market money
✉️||envelope email|envelope|e-mail letter
📧||e-mail email|e-mail|letter mail
📨||incoming_envelope|incoming envelope|delivering e-mail email letter mail receive
📩||envelope_with_arrow|envelope with arrow|communication down e-mail email letter mail
📤||outbox_tray|outbox tray|box email letter mail sent
📥||inbox_tray|inbox tray|box email letter mail receive zero
📦||package|package|box communication delivery parcel shipping
📫||mailbox|closed mailbox with raised flag|communication mail postbox
📪||mailbox_closed|closed mailbox with lowered flag|mail postbox
📬||mailbox_with_mail|open mailbox with raised flag|postbox
📭||mailbox_with_no_mail|open mailbox with lowered flag|postbox
📮||postbox|postbox|mail mailbox
🗳️||ballot_box ballot_box_with_ballot|ballot box with ballot|
✏️||pencil2 pencil|pencil|
✒️||black_nib|black nib|pen
🖋️||fountain_pen lower_left_fountain_pen|fountain pen|
🖊️||pen lower_left_ballpoint_pen|pen|
🖌️||paintbrush lower_left_paintbrush|paintbrush|painting
🖍️||crayon lower_left_crayon|crayon|
📝||memo pencil|memo|communication media notes
💼||briefcase|briefcase|office
📁||file_folder|file folder|
📂||open_file_folder|open file folder|
🗂️||card_index_dividers|card index dividers|
📅||date|calendar|
📆||calendar|tear-off calendar|
🗒️||spiral_notepad notepad_spiral spiral_note_pad|spiral notepad|
🗓️||spiral_calendar calendar_spiral spiral_calendar_pad|spiral calendar|
📇||card_index|card index|old rolodex school
📈||chart_with_upwards_trend chart_increasing|chart increasing|data graph growth right up upward
📉||chart_with_downwards_trend chart_decreasing|chart decreasing|data down downward graph negative
📊||bar_chart|bar chart|data graph
📋||clipboard|clipboard|do list notes
📌||pushpin|pushpin|collage pin
📍||round_pushpin|round pushpin|location map pin
📎||paperclip|paperclip|
🖇️||paperclips linked_paperclips|linked paperclips|link paperclip
📏||straight_ruler|straight ruler|angle edge math straightedge
📐||triangular_ruler|triangular ruler|angle math rule set slide triangle
✂️||scissors|scissors|cut cutting paper tool
🗃️||card_file_box|card file box|
🗄️||file_cabinet|file cabinet|filing paper
🗑️||wastebasket trashcan|wastebasket|can garbage trash waste
🔒||lock locked|locked|closed private
🔓||unlock unlocked|unlocked|cracked lock open
🔏||lock_with_ink_pen locked_with_pen|locked with pen|nib privacy
🔐||closed_lock_with_key locked_with_key|locked with key|bike secure
🔑||key|key|keys lock major password unlock
🗝️||old_key|old key|clue lock
🔨||hammer|hammer|home improvement repairs tool
🪓||axe|axe|ax chop hatchet split wood
⛏️||pick|pick|hammer mining tool
⚒️||hammer_and_pick|hammer and pick|tool
🛠️||hammer_and_wrench|hammer and wrench|spanner tool
🗡️||dagger dagger_knife|dagger|weapon
⚔️||crossed_swords|crossed swords|weapon
💣||bomb|bomb|boom comic dangerous explosion hot
🪃||boomerang|boomerang|rebound repercussion weapon
🏹||bow_and_arrow|bow and arrow|archer archery sagittarius tool weapon zodiac
🛡️||shield|shield|weapon
🪚||carpentry_saw|carpentry saw|carpenter cut lumber tool trim
🔧||wrench|wrench|home improvement spanner tool
🪛||screwdriver|screwdriver|flathead handy screw tool
🔩||nut_and_bolt|nut and bolt|home improvement tool
⚙️||gear|gear|cog cogwheel tool
🗜️||clamp compression|clamp|compress tool vice
⚖️||balance_scale scales|balance scale|justice libra tool weight zodiac
🦯||probing_cane white_cane|white cane|accessibility blind
🔗||link|link|links
⛓️‍💥||broken_chain|broken chain|break breaking cuffs freedom
⛓️||chains|chains|chain
🪝||hook|hook|catch crook curve ensnare point selling
🧰||toolbox|toolbox|box chest mechanic red tool
🧲||magnet|magnet|attraction horseshoe magnetic negative positive shape
🪜||ladder|ladder|climb rung step
⚗️||alembic|alembic|chemistry tool
🧪||test_tube|test tube|chemist chemistry experiment lab science
🧫||petri_dish|petri dish|bacteria biologist biology culture lab
🧬||dna double_helix|dna|biologist evolution gene genetics life
🔬||microscope|microscope|experiment lab science tool
🔭||telescope|telescope|contact extraterrestrial science tool
📡||satellite satellite_antenna|satellite antenna|aliens contact dish science
💉||syringe|syringe|doctor flu medicine needle shot sick
🩸||drop_of_blood|drop of blood|bleed donation injury medicine menstruation
💊||pill|pill|doctor drugs medicated medicine pills sick
🩹||adhesive_bandage bandaid|adhesive bandage|
🩼||crutch|crutch|aid cane disability help hurt injured
🩺||stethoscope|stethoscope|doctor heart medicine
🩻||x_ray x-ray xray|x-ray|bones doctor medical skeleton skull
🚪||door|door|back closet front
🛗||elevator|elevator|accessibility hoist lift
🪞||mirror|mirror|makeup reflection reflector speculum
🪟||window|window|air frame fresh opening transparent view
🛏️||bed|bed|hotel sleep
🛋️||couch_and_lamp|couch and lamp|hotel
🪑||chair|chair|seat sit
🚽||toilet|toilet|bathroom
🪠||plunger|plunger|cup force plumber poop suction toilet
🚿||shower|shower|water
🛁||bathtub|bathtub|bath
🪤||mouse_trap|mouse trap|bait cheese lure mousetrap snare
🪒||razor|razor|sharp shave
🧴||lotion_bottle|lotion bottle|moisturizer shampoo sunscreen
🧷||safety_pin|safety pin|diaper punk rock
🧹||broom|broom|cleaning sweeping witch
🧺||basket|basket|farming laundry picnic
🧻||roll_of_paper toilet_paper|roll of paper|towels
🪣||bucket|bucket|cask pail vat
🧼||soap|soap|bar bathing clean cleaning lather soapdish
🫧||bubbles|bubbles|bubble burp clean floating pearl soap
🪥||toothbrush|toothbrush|bathroom brush clean dental hygiene teeth
🧽||sponge|sponge|absorbing cleaning porous soak
🧯||fire_extinguisher|fire extinguisher|extinguish quench
🛒||shopping_cart shopping_trolley|shopping cart|
🚬||smoking cigarette|cigarette|
⚰️||coffin|coffin|dead death vampire
🪦||headstone|headstone|cemetery dead grave graveyard memorial rip
⚱️||funeral_urn|funeral urn|ashes death
🧿||nazar_amulet|nazar amulet|bead blue charm evil-eye talisman
🪬||hamsa|hamsa|amulet fatima fortune guide hand mary
🗿||moyai moai|moai|face statue stoneface travel
🪧||placard|placard|card demonstration notice picket plaque protest
🪪||identification_card id_card|identification card|credentials document license security
# symbols
🏧||atm|ATM sign|automated bank cash money teller
🚮||put_litter_in_its_place litter_bin|litter in bin sign|litterbin
🚰||potable_water|potable water|drinking
♿||wheelchair handicapped|wheelchair symbol|access handicap
🚹||mens|men’s room|bathroom lavatory man restroom toilet wc
🚺||womens|women’s room|bathroom lavatory restroom toilet wc woman
🚻||restroom bathroom|restroom|lavatory toilet wc
🚼||baby_symbol|baby symbol|changing
🚾||wc water_closet|water closet|bathroom lavatory restroom toilet
🛂||passport_control|passport control|
🛃||customs|customs|packing
🛄||baggage_claim|baggage claim|arrived bags case checked journey packing
🛅||left_luggage|left luggage|baggage case locker
⚠️||warning|warning|caution
🚸||children_crossing|children crossing|child pedestrian traffic
⛔||no_entry|no entry|do fail forbidden not pass prohibited
🚫||no_entry_sign|prohibited|forbidden not smoke
🚳||no_bicycles|no bicycles|bicycle bike forbidden not prohibited
🚭||no_smoking|no smoking|forbidden not prohibited smoke
🚯||do_not_litter no_littering|no littering|forbidden prohibited
🚱||non-potable_water|non-potable water|dry non-drinking prohibited
🚷||no_pedestrians|no pedestrians|forbidden not pedestrian prohibited
📵||no_mobile_phones|no mobile phones|cell forbidden not phone prohibited telephone
🔞||underage no_one_under_18|no one under eighteen|age forbidden not prohibited restriction
☢️||radioactive radioactive_sign|radioactive|
☣️||biohazard biohazard_sign|biohazard|
⬆️||arrow_up|up arrow|cardinal direction north
↗️||arrow_upper_right|up-right arrow|direction intercardinal northeast
➡️||arrow_right|right arrow|cardinal direction east
↘️||arrow_lower_right|down-right arrow|direction intercardinal southeast
⬇️||arrow_down|down arrow|cardinal direction south
↙️||arrow_lower_left|down-left arrow|direction intercardinal southwest
⬅️||arrow_left|left arrow|cardinal direction west
↖️||arrow_upper_left|up-left arrow|direction intercardinal northwest
↕️||arrow_up_down|up-down arrow|
↔️||left_right_arrow|left-right arrow|
↩️||leftwards_arrow_with_hook arrow_left_hook|right arrow curving left|
↪️||arrow_right_hook rightwards_arrow_with_hook|left arrow curving right|
⤴️||arrow_heading_up|right arrow curving up|
⤵️||arrow_heading_down|right arrow curving down|
🔃||arrows_clockwise clockwise|clockwise vertical arrows|arrow refresh reload
🔄||arrows_counterclockwise counterclockwise|counterclockwise arrows button|again anticlockwise arrow deja refresh rewindershins
🔙||back|BACK arrow|
🔚||end|END arrow|
🔛||on|ON! arrow|mark on!
🔜||soon|SOON arrow|brb omw
🔝||top|TOP arrow|homie up
🛐||place_of_worship|place of worship|pray religion
⚛️||atom_symbol atom|atom symbol|atheist
🕉️||om om_symbol|om|hindu religion
✡️||star_of_david|star of David|jew jewish judaism religion
☸️||wheel_of_dharma|wheel of dharma|buddhist religion
☯️||yin_yang|yin yang|difficult lives religion tao taoist total
✝️||latin_cross|latin cross|christ christian religion
☦️||orthodox_cross|orthodox cross|christian religion
☪️||star_and_crescent|star and crescent|islam muslim ramadan religion
☮️||peace_symbol peace|peace symbol|healing peaceful
🕎||menorah menorah_with_nine_branches|menorah|candelabrum candlestick hanukkah jewish judaism religion
🔯||six_pointed_star|dotted six-pointed star|fortune jewish judaism
🪯||khanda|khanda|deg fateh khalsa religion sikh sikhism
♈||aries|Aries|horoscope ram zodiac
♉||taurus|Taurus|bull horoscope ox zodiac
♊||gemini|Gemini|horoscope twins zodiac
♋||cancer|Cancer|crab horoscope zodiac
♌||leo|Leo|horoscope lion zodiac
♍||virgo|Virgo|horoscope zodiac
♎||libra|Libra|balance horoscope justice scales zodiac
♏||scorpius|Scorpio|horoscope scorpio scorpion zodiac
♐||sagittarius|Sagittarius|archer horoscope zodiac
♑||capricorn|Capricorn|goat horoscope zodiac
♒||aquarius|Aquarius|bearer horoscope water zodiac
♓||pisces|Pisces|fish horoscope zodiac
⛎||ophiuchus|Ophiuchus|bearer serpent snake zodiac
🔀||twisted_rightwards_arrows shuffle|shuffle tracks button|arrow crossed
🔁||repeat|repeat button|arrow clockwise
🔂||repeat_one|repeat single button|arrow clockwise once
▶️||arrow_forward play|play button|right triangle
⏩||fast_forward|fast-forward button|arrow double
⏭️||next_track_button next_track black_right_pointing_double_triangle_with_vertical_bar|next track button|arrow scene
⏯️||play_or_pause_button play_pause black_right_pointing_triangle_with_double_vertical_bar|play or pause button|arrow
◀️||arrow_backward reverse|reverse button|left triangle
⏪||rewind fast_reverse|fast reverse button|arrow double
⏮️||previous_track_button previous_track black_left_pointing_double_triangle_with_vertical_bar|last track button|arrow scene
🔼||arrow_up_small up|upwards button|red
⏫||arrow_double_up fast_up|fast up button|
🔽||arrow_down_small down|downwards button|red
⏬||arrow_double_down fast_down|fast down button|
⏸️||pause_button pause double_vertical_bar|pause button|
⏹️||stop_button stop black_square_for_stop|stop button|
⏺️||record_button record black_circle_for_record|record button|
⏏️||eject_button eject|eject button|
🎦||cinema|cinema|camera film movie
🔅||low_brightness dim_button|dim button|
🔆||high_brightness bright_button|bright button|light
📶||signal_strength antenna_bars|antenna bars|bar cell communication mobile phone telephone
🛜||wireless|wireless|broadband computer connectivity hotspot internet network
📳||vibration_mode|vibration mode|cell communication mobile phone telephone
📴||mobile_phone_off|mobile phone off|cell telephone
♀️||female_sign female|female sign|woman
♂️||male_sign male|male sign|man
⚧️||transgender_symbol|transgender symbol|
✖️||heavy_multiplication_x multiplication multiply|multiply|cancel sign ×
➕||heavy_plus_sign plus|plus|+
➖||heavy_minus_sign minus|minus|- math −
➗||heavy_division_sign divide division|divide|math ÷
🟰||heavy_equals_sign|heavy equals sign|answer equal equality math
♾️||infinity|infinity|forever unbounded universal
‼️||bangbang double_exclamation|double exclamation mark|! !! punctuation
⁉️||interrobang exclamation_question|exclamation question mark|! !? ? punctuation
❓||question|red question mark|? punctuation
❔||grey_question white_question|white question mark|? outlined punctuation
❕||grey_exclamation white_exclamation|white exclamation mark|! outlined punctuation
❗||exclamation heavy_exclamation_mark|red exclamation mark|! punctuation
〰️||wavy_dash|wavy dash|punctuation
💱||currency_exchange|currency exchange|bank money
💲||heavy_dollar_sign|heavy dollar sign|billion cash charge currency million money
⚕️||medical_symbol medical staff_of_aesculapius|medical symbol|medicine
♻️||recycle recycling_symbol|recycling symbol|
⚜️||fleur_de_lis fleur-de-lis|fleur-de-lis|knights
🔱||trident|trident emblem|anchor poseidon ship tool
📛||name_badge|name badge|
🔰||beginner|Japanese symbol for beginner|chevron green japanese leaf tool yellow
⭕||o hollow_red_circle red_o|hollow red circle|heavy large
✅||white_check_mark check_mark_button|check mark button|checked checkmark complete completed done fixed
☑️||ballot_box_with_check|check box with check|checked done off tick ✓
✔️||heavy_check_mark check_mark|check mark|checked checkmark done tick ✓
❌||x cross_mark|cross mark|cancel multiplication multiply ×
❎||negative_squared_cross_mark cross_mark_button|cross mark button|multiplication multiply square x ×
➰||curly_loop|curly loop|curl
➿||loop double_curly_loop|double curly loop|curl
〽️||part_alternation_mark|part alternation mark|
✳️||eight_spoked_asterisk|eight-spoked asterisk|*
✴️||eight_pointed_black_star|eight-pointed star|*
❇️||sparkle|sparkle|*
©️||copyright|copyright|c
®️||registered|registered|r
™️||tm trade_mark|trade mark|trademark
#️⃣||hash number_sign|keycap: #|keycap
*️⃣||asterisk keycap_star|keycap: *|
0️⃣||zero|keycap: 0|keycap
1️⃣||one|keycap: 1|keycap
2️⃣||two|keycap: 2|keycap
3️⃣||three|keycap: 3|keycap
4️⃣||four|keycap: 4|keycap
5️⃣||five|keycap: 5|keycap
6️⃣||six|keycap: 6|keycap
7️⃣||seven|keycap: 7|keycap
8️⃣||eight|keycap: 8|keycap
9️⃣||nine|keycap: 9|keycap
🔟||keycap_ten ten|keycap: 10|
🔠||capital_abcd|input latin uppercase|letters
🔡||abcd|input latin lowercase|letters
🔢||1234|input numbers|
🔣||symbols|input symbols|% & ♪ 〒
🔤||abc|input latin letters|alphabet
🅰️||a a_blood|A button (blood type)|type
🆎||ab ab_blood|AB button (blood type)|type
🅱️||b b_blood|B button (blood type)|type
🆑||cl|CL button|
🆒||cool|COOL button|
🆓||free|FREE button|
ℹ️||information_source info|information|i
🆔||id|ID button|identity
Ⓜ️||m|circled M|circle
🆕||new|NEW button|
🆖||ng|NG button|
🅾️||o2 o o_blood|O button (blood type)|type
🆗||ok|OK button|okay
🅿️||parking|P button|p
🆘||sos|SOS button|help
🆙||up up2|UP! button|mark up!
🆚||vs|VS button|versus
🈁||koko ja_here|Japanese “here” button|japanese katakana
🈂️||sa ja_service_charge|Japanese “service charge” button|japanese katakana
🈷️||u6708 ja_monthly_amount|Japanese “monthly amount” button|ideograph japanese
🈶||u6709 ja_not_free_of_carge|Japanese “not free of charge” button|charge ideograph japanese
🈯||u6307 ja_reserved|Japanese “reserved” button|ideograph japanese
🉐||ideograph_advantage ja_bargain|Japanese “bargain” button|japanese
🈹||u5272 ja_discount|Japanese “discount” button|ideograph japanese
🈚||u7121 ja_free_of_charge|Japanese “free of charge” button|ideograph japanese
🈲||u7981 ja_prohibited|Japanese “prohibited” button|ideograph japanese
🉑||accept ja_acceptable|Japanese “acceptable” button|ideograph japanese
🈸||u7533 ja_application|Japanese “application” button|ideograph japanese
🈴||u5408 ja_passing_grade|Japanese “passing grade” button|ideograph japanese
🈳||u7a7a ja_vacancy|Japanese “vacancy” button|ideograph japanese
㊗️||congratulations ja_congratulations|Japanese “congratulations” button|ideograph japanese
㊙️||secret ja_secret|Japanese “secret” button|ideograph japanese
🈺||u55b6 ja_open_for_business|Japanese “open for business” button|ideograph japanese
🈵||u6e80 ja_no_vacancy|Japanese “no vacancy” button|ideograph japanese
🔴||red_circle|red circle|geometric
🟠||orange_circle large_orange_circle|orange circle|
🟡||yellow_circle large_yellow_circle|yellow circle|
🟢||green_circle large_green_circle|green circle|
🔵||large_blue_circle blue_circle|blue circle|geometric
🟣||purple_circle large_purple_circle|purple circle|
🟤||brown_circle large_brown_circle|brown circle|
⚫||black_circle|black circle|geometric
⚪||white_circle|white circle|geometric
🟥||red_square large_red_square|red square|card penalty
🟧||orange_square large_orange_square|orange square|
🟨||yellow_square large_yellow_square|yellow square|card penalty
🟩||green_square large_green_square|green square|
🟦||blue_square large_blue_square|blue square|
🟪||purple_square large_purple_square|purple square|
🟫||brown_square large_brown_square|brown square|
⬛||black_large_square|black large square|geometric
⬜||white_large_square|white large square|geometric
◼️||black_medium_square|black medium square|geometric
◻️||white_medium_square|white medium square|geometric
◾||black_medium_small_square|black medium-small square|geometric
◽||white_medium_small_square|white medium-small square|geometric
▪️||black_small_square|black small square|geometric
▫️||white_small_square|white small square|geometric
🔶||large_orange_diamond|large orange diamond|geometric
🔷||large_blue_diamond|large blue diamond|geometric
🔸||small_orange_diamond|small orange diamond|geometric
🔹||small_blue_diamond|small blue diamond|geometric
🔺||small_red_triangle|red triangle pointed up|geometric
🔻||small_red_triangle_down|red triangle pointed down|geometric
💠||diamond_shape_with_a_dot_inside diamond_with_a_dot|diamond with a dot|comic geometric
🔘||radio_button|radio button|geometric
🔳||white_square_button|white square button|geometric outlined
🔲||black_square_button|black square button|geometric
# flags
🏁||checkered_flag|chequered flag|finish flags game race racing sport
🚩||triangular_flag_on_post triangular_flag|triangular flag|construction golf
🎌||crossed_flags|crossed flags|celebration cross japanese
🏴||black_flag waving_black_flag|black flag|
🏳️||white_flag waving_white_flag|white flag|
🏳️‍🌈||rainbow_flag rainbow-flag|rainbow flag|bisexual gay genderqueer glbt glbtq lesbian
🏳️‍⚧️||transgender_flag|transgender flag|blue light pink white
🏴‍☠️||pirate_flag jolly_roger|pirate flag|plunder treasure
🇦🇨||ascension_island flag_ac flag-ac|flag: Ascension Island|AC
🇦🇩||andorra flag_ad flag-ad|flag: Andorra|AD
🇦🇪||united_arab_emirates flag_ae flag-ae|flag: United Arab Emirates|AE
🇦🇫||afghanistan flag_af flag-af|flag: Afghanistan|AF
🇦🇬||antigua_barbuda flag_ag flag-ag|flag: Antigua & Barbuda|AG
🇦🇮||anguilla flag_ai flag-ai|flag: Anguilla|AI
🇦🇱||albania flag_al flag-al|flag: Albania|AL
🇦🇲||armenia flag_am flag-am|flag: Armenia|AM
🇦🇴||angola flag_ao flag-ao|flag: Angola|AO
🇦🇶||antarctica flag_aq flag-aq|flag: Antarctica|AQ
🇦🇷||argentina flag_ar flag-ar|flag: Argentina|AR
🇦🇸||american_samoa flag_as flag-as|flag: American Samoa|AS
🇦🇹||austria flag_at flag-at|flag: Austria|AT
🇦🇺||australia flag_au flag-au|flag: Australia|AU
🇦🇼||aruba flag_aw flag-aw|flag: Aruba|AW
🇦🇽||aland_islands flag_ax flag-ax|flag: Åland Islands|AX
🇦🇿||azerbaijan flag_az flag-az|flag: Azerbaijan|AZ
🇧🇦||bosnia_herzegovina flag_ba flag-ba|flag: Bosnia & Herzegovina|BA
🇧🇧||barbados flag_bb flag-bb|flag: Barbados|BB
🇧🇩||bangladesh flag_bd flag-bd|flag: Bangladesh|BD
🇧🇪||belgium flag_be flag-be|flag: Belgium|BE
🇧🇫||burkina_faso flag_bf flag-bf|flag: Burkina Faso|BF
🇧🇬||bulgaria flag_bg flag-bg|flag: Bulgaria|BG
🇧🇭||bahrain flag_bh flag-bh|flag: Bahrain|BH
🇧🇮||burundi flag_bi flag-bi|flag: Burundi|BI
🇧🇯||benin flag_bj flag-bj|flag: Benin|BJ
🇧🇱||st_barthelemy flag_bl flag-bl|flag: St. Barthélemy|BL
🇧🇲||bermuda flag_bm flag-bm|flag: Bermuda|BM
🇧🇳||brunei flag_bn flag-bn|flag: Brunei|BN
🇧🇴||bolivia flag_bo flag-bo|flag: Bolivia|BO
🇧🇶||caribbean_netherlands flag_bq flag-bq|flag: Caribbean Netherlands|BQ
🇧🇷||brazil flag_br flag-br|flag: Brazil|BR
🇧🇸||bahamas flag_bs flag-bs|flag: Bahamas|BS
🇧🇹||bhutan flag_bt flag-bt|flag: Bhutan|BT
🇧🇻||bouvet_island flag_bv flag-bv|flag: Bouvet Island|BV
🇧🇼||botswana flag_bw flag-bw|flag: Botswana|BW
🇧🇾||belarus flag_by flag-by|flag: Belarus|BY
🇧🇿||belize flag_bz flag-bz|flag: Belize|BZ
🇨🇦||canada flag_ca flag-ca|flag: Canada|CA
🇨🇨||cocos_islands flag_cc flag-cc|flag: Cocos (Keeling) Islands|CC
🇨🇩||congo_kinshasa flag_cd flag-cd|flag: Congo - Kinshasa|CD
🇨🇫||central_african_republic flag_cf flag-cf|flag: Central African Republic|CF
🇨🇬||congo_brazzaville flag_cg flag-cg|flag: Congo - Brazzaville|CG
🇨🇭||switzerland flag_ch flag-ch|flag: Switzerland|CH
🇨🇮||cote_divoire flag_ci flag-ci|flag: Côte d’Ivoire|CI
🇨🇰||cook_islands flag_ck flag-ck|flag: Cook Islands|CK
🇨🇱||chile flag_cl flag-cl|flag: Chile|CL
🇨🇲||cameroon flag_cm flag-cm|flag: Cameroon|CM
🇨🇳||cn china flag_cn|flag: China|CN
🇨🇴||colombia flag_co flag-co|flag: Colombia|CO
🇨🇵||clipperton_island flag_cp flag-cp|flag: Clipperton Island|CP
🇨🇷||costa_rica flag_cr flag-cr|flag: Costa Rica|CR
🇨🇺||cuba flag_cu flag-cu|flag: Cuba|CU
🇨🇻||cape_verde flag_cv flag-cv|flag: Cape Verde|CV
🇨🇼||curacao flag_cw flag-cw|flag: Curaçao|CW
🇨🇽||christmas_island flag_cx flag-cx|flag: Christmas Island|CX
🇨🇾||cyprus flag_cy flag-cy|flag: Cyprus|CY
🇨🇿||czech_republic czechia flag_cz|flag: Czechia|CZ
🇩🇪||de flag_de germany|flag: Germany|DE
🇩🇬||diego_garcia flag_dg flag-dg|flag: Diego Garcia|DG
🇩🇯||djibouti flag_dj flag-dj|flag: Djibouti|DJ
🇩🇰||denmark flag_dk flag-dk|flag: Denmark|DK
🇩🇲||dominica flag_dm flag-dm|flag: Dominica|DM
🇩🇴||dominican_republic flag_do flag-do|flag: Dominican Republic|DO
🇩🇿||algeria flag_dz flag-dz|flag: Algeria|DZ
🇪🇦||ceuta_melilla flag_ea flag-ea|flag: Ceuta & Melilla|EA
🇪🇨||ecuador flag_ec flag-ec|flag: Ecuador|EC
🇪🇪||estonia flag_ee flag-ee|flag: Estonia|EE
🇪🇬||egypt flag_eg flag-eg|flag: Egypt|EG
🇪🇭||western_sahara flag_eh flag-eh|flag: Western Sahara|EH
🇪🇷||eritrea flag_er flag-er|flag: Eritrea|ER
🇪🇸||es flag_es spain|flag: Spain|ES
🇪🇹||ethiopia flag_et flag-et|flag: Ethiopia|ET
🇪🇺||eu european_union flag_eu|flag: European Union|EU
🇫🇮||finland flag_fi flag-fi|flag: Finland|FI
🇫🇯||fiji flag_fj flag-fj|flag: Fiji|FJ
🇫🇰||falkland_islands flag_fk flag-fk|flag: Falkland Islands|FK
🇫🇲||micronesia flag_fm flag-fm|flag: Micronesia|FM
🇫🇴||faroe_islands flag_fo flag-fo|flag: Faroe Islands|FO
🇫🇷||fr flag_fr france|flag: France|FR
🇬🇦||gabon flag_ga flag-ga|flag: Gabon|GA
🇬🇧||gb uk flag_gb|flag: United Kingdom|GB
🇬🇩||grenada flag_gd flag-gd|flag: Grenada|GD
🇬🇪||georgia flag_ge flag-ge|flag: Georgia|GE
🇬🇫||french_guiana flag_gf flag-gf|flag: French Guiana|GF
🇬🇬||guernsey flag_gg flag-gg|flag: Guernsey|GG
🇬🇭||ghana flag_gh flag-gh|flag: Ghana|GH
🇬🇮||gibraltar flag_gi flag-gi|flag: Gibraltar|GI
🇬🇱||greenland flag_gl flag-gl|flag: Greenland|GL
🇬🇲||gambia flag_gm flag-gm|flag: Gambia|GM
🇬🇳||guinea flag_gn flag-gn|flag: Guinea|GN
🇬🇵||guadeloupe flag_gp flag-gp|flag: Guadeloupe|GP
🇬🇶||equatorial_guinea flag_gq flag-gq|flag: Equatorial Guinea|GQ
🇬🇷||greece flag_gr flag-gr|flag: Greece|GR
🇬🇸||south_georgia_south_sandwich_islands flag_gs flag-gs|flag: South Georgia & South Sandwich Islands|GS
🇬🇹||guatemala flag_gt flag-gt|flag: Guatemala|GT
🇬🇺||guam flag_gu flag-gu|flag: Guam|GU
🇬🇼||guinea_bissau flag_gw flag-gw|flag: Guinea-Bissau|GW
🇬🇾||guyana flag_gy flag-gy|flag: Guyana|GY
🇭🇰||hong_kong flag_hk flag-hk|flag: Hong Kong SAR China|HK
🇭🇲||heard_mcdonald_islands flag_hm flag-hm|flag: Heard & McDonald Islands|HM
🇭🇳||honduras flag_hn flag-hn|flag: Honduras|HN
🇭🇷||croatia flag_hr flag-hr|flag: Croatia|HR
🇭🇹||haiti flag_ht flag-ht|flag: Haiti|HT
🇭🇺||hungary flag_hu flag-hu|flag: Hungary|HU
🇮🇨||canary_islands flag_ic flag-ic|flag: Canary Islands|IC
🇮🇩||indonesia flag_id flag-id|flag: Indonesia|ID
🇮🇪||ireland flag_ie flag-ie|flag: Ireland|IE
🇮🇱||israel flag_il flag-il|flag: Israel|IL
🇮🇲||isle_of_man flag_im flag-im|flag: Isle of Man|IM
🇮🇳||india flag_in flag-in|flag: India|IN
🇮🇴||british_indian_ocean_territory flag_io flag-io|flag: British Indian Ocean Territory|IO
🇮🇶||iraq flag_iq flag-iq|flag: Iraq|IQ
🇮🇷||iran flag_ir flag-ir|flag: Iran|IR
🇮🇸||iceland flag_is flag-is|flag: Iceland|IS
🇮🇹||it flag_it italy|flag: Italy|IT
🇯🇪||jersey flag_je flag-je|flag: Jersey|JE
🇯🇲||jamaica flag_jm flag-jm|flag: Jamaica|JM
🇯🇴||jordan flag_jo flag-jo|flag: Jordan|JO
🇯🇵||jp flag_jp japan|flag: Japan|JP
🇰🇪||kenya flag_ke flag-ke|flag: Kenya|KE
🇰🇬||kyrgyzstan flag_kg flag-kg|flag: Kyrgyzstan|KG
🇰🇭||cambodia flag_kh flag-kh|flag: Cambodia|KH
🇰🇮||kiribati flag_ki flag-ki|flag: Kiribati|KI
🇰🇲||comoros flag_km flag-km|flag: Comoros|KM
🇰🇳||st_kitts_nevis flag_kn flag-kn|flag: St. Kitts & Nevis|KN
🇰🇵||north_korea flag_kp flag-kp|flag: North Korea|KP
🇰🇷||kr flag_kr south_korea|flag: South Korea|KR
🇰🇼||kuwait flag_kw flag-kw|flag: Kuwait|KW
🇰🇾||cayman_islands flag_ky flag-ky|flag: Cayman Islands|KY
🇰🇿||kazakhstan flag_kz flag-kz|flag: Kazakhstan|KZ
🇱🇦||laos flag_la flag-la|flag: Laos|LA
🇱🇧||lebanon flag_lb flag-lb|flag: Lebanon|LB
🇱🇨||st_lucia flag_lc flag-lc|flag: St. Lucia|LC
🇱🇮||liechtenstein flag_li flag-li|flag: Liechtenstein|LI
🇱🇰||sri_lanka flag_lk flag-lk|flag: Sri Lanka|LK
🇱🇷||liberia flag_lr flag-lr|flag: Liberia|LR
🇱🇸||lesotho flag_ls flag-ls|flag: Lesotho|LS
🇱🇹||lithuania flag_lt flag-lt|flag: Lithuania|LT
🇱🇺||luxembourg flag_lu flag-lu|flag: Luxembourg|LU
🇱🇻||latvia flag_lv flag-lv|flag: Latvia|LV
🇱🇾||libya flag_ly flag-ly|flag: Libya|LY
🇲🇦||morocco flag_ma flag-ma|flag: Morocco|MA
🇲🇨||monaco flag_mc flag-mc|flag: Monaco|MC
🇲🇩||moldova flag_md flag-md|flag: Moldova|MD
🇲🇪||montenegro flag_me flag-me|flag: Montenegro|ME
🇲🇫||st_martin flag_mf flag-mf|flag: St. Martin|MF
🇲🇬||madagascar flag_mg flag-mg|flag: Madagascar|MG
🇲🇭||marshall_islands flag_mh flag-mh|flag: Marshall Islands|MH
🇲🇰||macedonia flag_mk flag-mk|flag: North Macedonia|MK
🇲🇱||mali flag_ml flag-ml|flag: Mali|ML
🇲🇲||myanmar burma flag_mm|flag: Myanmar (Burma)|MM
🇲🇳||mongolia flag_mn flag-mn|flag: Mongolia|MN
🇲🇴||macau flag_mo macao|flag: Macao SAR China|MO
🇲🇵||northern_mariana_islands flag_mp flag-mp|flag: Northern Mariana Islands|MP
🇲🇶||martinique flag_mq flag-mq|flag: Martinique|MQ
🇲🇷||mauritania flag_mr flag-mr|flag: Mauritania|MR
🇲🇸||montserrat flag_ms flag-ms|flag: Montserrat|MS
🇲🇹||malta flag_mt flag-mt|flag: Malta|MT
🇲🇺||mauritius flag_mu flag-mu|flag: Mauritius|MU
🇲🇻||maldives flag_mv flag-mv|flag: Maldives|MV
🇲🇼||malawi flag_mw flag-mw|flag: Malawi|MW
🇲🇽||mexico flag_mx flag-mx|flag: Mexico|MX
🇲🇾||malaysia flag_my flag-my|flag: Malaysia|MY
🇲🇿||mozambique flag_mz flag-mz|flag: Mozambique|MZ
🇳🇦||namibia flag_na flag-na|flag: Namibia|NA
🇳🇨||new_caledonia flag_nc flag-nc|flag: New Caledonia|NC
🇳🇪||niger flag_ne flag-ne|flag: Niger|NE
🇳🇫||norfolk_island flag_nf flag-nf|flag: Norfolk Island|NF
🇳🇬||nigeria flag_ng flag-ng|flag: Nigeria|NG
🇳🇮||nicaragua flag_ni flag-ni|flag: Nicaragua|NI
🇳🇱||netherlands flag_nl flag-nl|flag: Netherlands|NL
🇳🇴||norway flag_no flag-no|flag: Norway|NO
🇳🇵||nepal flag_np flag-np|flag: Nepal|NP
🇳🇷||nauru flag_nr flag-nr|flag: Nauru|NR
🇳🇺||niue flag_nu flag-nu|flag: Niue|NU
🇳🇿||new_zealand flag_nz flag-nz|flag: New Zealand|NZ
🇴🇲||oman flag_om flag-om|flag: Oman|OM
🇵🇦||panama flag_pa flag-pa|flag: Panama|PA
🇵🇪||peru flag_pe flag-pe|flag: Peru|PE
🇵🇫||french_polynesia flag_pf flag-pf|flag: French Polynesia|PF
🇵🇬||papua_new_guinea flag_pg flag-pg|flag: Papua New Guinea|PG
🇵🇭||philippines flag_ph flag-ph|flag: Philippines|PH
🇵🇰||pakistan flag_pk flag-pk|flag: Pakistan|PK
🇵🇱||poland flag_pl flag-pl|flag: Poland|PL
🇵🇲||st_pierre_miquelon flag_pm flag-pm|flag: St. Pierre & Miquelon|PM
🇵🇳||pitcairn_islands flag_pn flag-pn|flag: Pitcairn Islands|PN
🇵🇷||puerto_rico flag_pr flag-pr|flag: Puerto Rico|PR
🇵🇸||palestinian_territories flag_ps flag-ps|flag: Palestinian Territories|PS
🇵🇹||portugal flag_pt flag-pt|flag: Portugal|PT
🇵🇼||palau flag_pw flag-pw|flag: Palau|PW
🇵🇾||paraguay flag_py flag-py|flag: Paraguay|PY
🇶🇦||qatar flag_qa flag-qa|flag: Qatar|QA
🇷🇪||reunion flag_re flag-re|flag: Réunion|RE
🇷🇴||romania flag_ro flag-ro|flag: Romania|RO
🇷🇸||serbia flag_rs flag-rs|flag: Serbia|RS
🇷🇺||ru flag_ru russia|flag: Russia|RU
🇷🇼||rwanda flag_rw flag-rw|flag: Rwanda|RW
🇸🇦||saudi_arabia flag_sa flag-sa|flag: Saudi Arabia|SA
🇸🇧||solomon_islands flag_sb flag-sb|flag: Solomon Islands|SB
🇸🇨||seychelles flag_sc flag-sc|flag: Seychelles|SC
🇸🇩||sudan flag_sd flag-sd|flag: Sudan|SD
🇸🇪||sweden flag_se flag-se|flag: Sweden|SE
🇸🇬||singapore flag_sg flag-sg|flag: Singapore|SG
🇸🇭||st_helena flag_sh flag-sh|flag: St. Helena|SH
🇸🇮||slovenia flag_si flag-si|flag: Slovenia|SI
🇸🇯||svalbard_jan_mayen flag_sj flag-sj|flag: Svalbard & Jan Mayen|SJ
🇸🇰||slovakia flag_sk flag-sk|flag: Slovakia|SK
🇸🇱||sierra_leone flag_sl flag-sl|flag: Sierra Leone|SL
🇸🇲||san_marino flag_sm flag-sm|flag: San Marino|SM
🇸🇳||senegal flag_sn flag-sn|flag: Senegal|SN
🇸🇴||somalia flag_so flag-so|flag: Somalia|SO
🇸🇷||suriname flag_sr flag-sr|flag: Suriname|SR
🇸🇸||south_sudan flag_ss flag-ss|flag: South Sudan|SS
🇸🇹||sao_tome_principe flag_st flag-st|flag: São Tomé & Príncipe|ST
🇸🇻||el_salvador flag_sv flag-sv|flag: El Salvador|SV
🇸🇽||sint_maarten flag_sx flag-sx|flag: Sint Maarten|SX
🇸🇾||syria flag_sy flag-sy|flag: Syria|SY
🇸🇿||swaziland eswatini flag_sz|flag: Eswatini|SZ
🇹🇦||tristan_da_cunha flag_ta flag-ta|flag: Tristan da Cunha|TA
🇹🇨||turks_caicos_islands flag_tc flag-tc|flag: Turks & Caicos Islands|TC
🇹🇩||chad flag_td flag-td|flag: Chad|TD
🇹🇫||french_southern_territories flag_tf flag-tf|flag: French Southern Territories|TF
🇹🇬||togo flag_tg flag-tg|flag: Togo|TG
🇹🇭||thailand flag_th flag-th|flag: Thailand|TH
🇹🇯||tajikistan flag_tj flag-tj|flag: Tajikistan|TJ
🇹🇰||tokelau flag_tk flag-tk|flag: Tokelau|TK
🇹🇱||timor_leste flag_tl flag-tl|flag: Timor-Leste|TL
🇹🇲||turkmenistan flag_tm flag-tm|flag: Turkmenistan|TM
🇹🇳||tunisia flag_tn flag-tn|flag: Tunisia|TN
🇹🇴||tonga flag_to flag-to|flag: Tonga|TO
🇹🇷||tr flag_tr turkey_tr|flag: Türkiye|TR
🇹🇹||trinidad_tobago flag_tt flag-tt|flag: Trinidad & Tobago|TT
🇹🇻||tuvalu flag_tv flag-tv|flag: Tuvalu|TV
🇹🇼||taiwan flag_tw flag-tw|flag: Taiwan|TW
🇹🇿||tanzania flag_tz flag-tz|flag: Tanzania|TZ
🇺🇦||ukraine flag_ua flag-ua|flag: Ukraine|UA
🇺🇬||uganda flag_ug flag-ug|flag: Uganda|UG
🇺🇲||us_outlying_islands flag_um flag-um|flag: U.S. Outlying Islands|UM
🇺🇳||united_nations flag_un un|flag: United Nations|UN
🇺🇸||us flag_us united_states|flag: United States|US
🇺🇾||uruguay flag_uy flag-uy|flag: Uruguay|UY
🇺🇿||uzbekistan flag_uz flag-uz|flag: Uzbekistan|UZ
🇻🇦||vatican_city flag_va flag-va|flag: Vatican City|VA
🇻🇨||st_vincent_grenadines flag_vc flag-vc|flag: St. Vincent & Grenadines|VC
🇻🇪||venezuela flag_ve flag-ve|flag: Venezuela|VE
🇻🇬||british_virgin_islands flag_vg flag-vg|flag: British Virgin Islands|VG
🇻🇮||us_virgin_islands flag_vi flag-vi|flag: U.S. Virgin Islands|VI
🇻🇳||vietnam flag_vn flag-vn|flag: Vietnam|VN
🇻🇺||vanuatu flag_vu flag-vu|flag: Vanuatu|VU
🇼🇫||wallis_futuna flag_wf flag-wf|flag: Wallis & Futuna|WF
🇼🇸||samoa flag_ws flag-ws|flag: Samoa|WS
🇽🇰||kosovo flag_xk flag-xk|flag: Kosovo|XK
🇾🇪||yemen flag_ye flag-ye|flag: Yemen|YE
🇾🇹||mayotte flag_yt flag-yt|flag: Mayotte|YT
🇿🇦||south_africa flag_za flag-za|flag: South Africa|ZA
🇿🇲||zambia flag_zm flag-zm|flag: Zambia|ZM
🇿🇼||zimbabwe flag_zw flag-zw|flag: Zimbabwe|ZW
🏴󠁧󠁢󠁥󠁮󠁧󠁿||england flag_gbeng flag-england|flag: England|
🏴󠁧󠁢󠁳󠁣󠁴󠁿||scotland flag_gbsct flag-scotland|flag: Scotland|
🏴󠁧󠁢󠁷󠁬󠁳󠁿||wales flag_gbwls flag-wales|flag: Wales|
`
