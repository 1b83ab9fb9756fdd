import type { PromptId } from './plan-prompts.ts';
import type { RouteId } from '../catalogue/route.ts';

/** A plan as one teacher might have written it: invented, with roles for names and no figure of anybody’s. */
export interface WorkedExample {
  /** Who might have written it, to follow “written by”. */
  readonly by: string;
  readonly answers: Readonly<Record<PromptId, string>>;
}

/** One for each route, each from another phase or subject. They show how long an answer is and how honest it may be. */
export const WORKED_EXAMPLES: Readonly<Record<RouteId, WorkedExample>> = {
  reflect: {
    by: 'a Year 4 teacher with the NPQ in Leading Literacy',
    answers: {
      'what-changed':
        'I teach long words before we meet them in a text: we split them, say them and use them. Children now have a go at a word they would have skipped last year. I have not looked yet at whether they understand more of what they read.',
      'what-need':
        'Some of Year 4 read short words well and stall at longer ones, most of all in science and history. While they work out the word they lose the sentence.',
      'already-in-place':
        'A reading lesson every day. A teaching assistant trained in phonics. The Year 3 team, who split words as well, in a way of their own.',
      'what-i-will-do':
        'Each Monday I will take a few long words from the week’s science and history texts and teach the class to split, say and use them before we read.',
      'people-and-time':
        'About half an hour a week of mine to choose the words, in planning time. A few minutes on Mondays with the teaching assistant, to practise the routine. No cover and no money.',
      'what-must-be-true':
        'The texts for next half term are chosen before the holiday. My phase lead knows that Monday’s reading lesson begins with this.',
      'small-cycles':
        'Two science texts in three weeks. Then I listen to the group read a new page, and change one thing before the next three.',
      'who-supports':
        'The reading lead watches one Monday lesson every half term and tells me one thing to keep and one to change.',
      'signs-it-works':
        'It works if the group try a long word aloud before they look at me, and can say what the sentence meant. It does not if they split words on Monday and skip them on Thursday.',
      'keeps-it-going':
        'The words go into the science and history plans, so that whoever teaches Year 4 next finds them there.',
      'who-else':
        'The Year 3 and Year 5 teachers. They would need to see one lesson, and have the routine on one page.',
      'when-to-stop':
        'If the group still skip long words at Easter, I stop, and ask the reading lead to look with me at their phonics.',
    },
  },
  lead: {
    by: 'a science teacher in a secondary school with the NPQ in Leading Teaching',
    answers: {
      'what-changed':
        'I begin lessons with a few questions on last week and last term. Year 8 remember more of the words, and I find out what they have forgotten before it trips them up.',
      'what-need':
        'All through Key Stage 3 pupils meet the same ideas again and take them for new. Colleagues begin with questions too, but mostly on yesterday’s lesson, so older work is never called back.',
      'already-in-place':
        'A department meeting every other week. A question bank that two of us began. A head of department who wants less to be taught again in Year 10.',
      'what-i-will-do':
        'I will lead the department in starting Key Stage 3 lessons with questions on last week, last term and last year, with Year 8 first.',
      'people-and-time':
        'An hour a week of mine to write questions, which I have asked to have counted. A quarter of an hour in every second department meeting. Some printing.',
      'what-must-be-true':
        'My head of department has said what the job is and when it ends. The order of topics in Year 8 is settled. Everybody can find the questions without asking me.',
      'small-cycles':
        'Four of us, Year 8 only, for half a term. Halfway through we look at the questions nobody could answer, and mend those.',
      'who-supports':
        'The assistant head for teaching, once a half term. The four of us watch each other’s first ten minutes, and practise together what to say when half the class does not know.',
      'signs-it-works':
        'It works if pupils are writing in the first minute and fewer topics start again from nothing. It does not if the questions eat half the lesson, or stop when I am away.',
      'keeps-it-going':
        'The questions stand in the scheme of work beside each lesson. New colleagues see a lesson begin in their first week.',
      'who-else':
        'The geography department has asked. They would have to write their own questions; I could sit down with their lead for an afternoon.',
      'when-to-stop':
        'If colleagues say after two half terms that it costs more than it gives, we keep the part they would miss and drop the rest.',
    },
  },
  share: {
    by: 'a Reception teacher with the NPQ in Early Years Leadership',
    answers: {
      'what-changed':
        'I plan talk as carefully as I plan activities, and can say why. Children answer in longer sentences, and colleagues ask me how to join in play without taking it over.',
      'what-need':
        'An early career teacher joins us in September, in the other Reception class. New colleagues here learn the routines fast, but nobody has had time to look with them at how they talk with children.',
      'already-in-place':
        'An induction tutor who has done this before. The training provider’s materials. Only a door between the two classrooms.',
      'what-i-will-do':
        'From September I will mentor our new Reception teacher: a meeting every week that is not moved, and one thing at a time to work on.',
      'people-and-time':
        'The weekly meeting and short visits, on both our timetables. Cover for my own training; the induction tutor knows what the school is paid for it. No money of mine.',
      'what-must-be-true':
        'The head has appointed me, and the meeting is on the timetable before the summer holiday. I am registered for the training. It is clear that the induction tutor assesses and I do not.',
      'small-cycles':
        'Two weeks at a time: we choose one thing, such as waiting longer for an answer, practise it, I watch for a few minutes, and we say what changed.',
      'who-supports':
        'The induction tutor, once a half term, about my mentoring and not about the new teacher. A mentor in another school of the trust whom I can ring.',
      'signs-it-works':
        'It works if the new teacher comes to the meeting with the next thing to work on. It does not if we spend it on forms, or move it more often than we keep it.',
      'keeps-it-going':
        'The meeting stays on the timetable for whoever mentors next. I keep one page on each thing we worked on, with nothing in it about the person.',
      'who-else':
        'The Year 1 teacher would like to mentor the year after, and could sit in on a meeting if the new teacher agrees.',
      'when-to-stop':
        'It ends with induction. If we miss our meeting several weeks running I go to the induction tutor, and if that cannot be mended somebody else should mentor.',
    },
  },
  'senior-leadership': {
    by: 'a head of history in a secondary school with the NPQ in Leading Behaviour and Culture',
    answers: {
      'what-changed':
        'I meet every class at the door and deal with lateness quietly, and lessons begin sooner. I also notice more who is not there.',
      'what-need':
        'In Year 9 the same pupils miss Mondays and Fridays, and come back to work they cannot follow. Tutors ring home when it is already a habit.',
      'already-in-place':
        'An attendance officer who knows the families. Tutor time every morning. A deputy head who would let a middle leader take on one year group.',
      'what-i-will-do':
        'Until the summer I will act up for attendance in Year 9: an early call home, and a way back into lessons for those who return. I will use it when I apply for the NPQ in Senior Leadership.',
      'people-and-time':
        'One lesson a week off my timetable, which the deputy head has to agree. The attendance officer on Monday mornings. A colleague to chair one of my department’s meetings each half term.',
      'what-must-be-true':
        'The head has written down what I decide, what I do not, and when it ends. Safeguarding stays with the safeguarding lead. The head would sponsor me at the next intake, and we have talked about the fee if there is no funded place.',
      'small-cycles':
        'One tutor group for three weeks. Then the tutor, the attendance officer and I look at who came back and what helped, and change one thing before the next group.',
      'who-supports':
        'The deputy head, every fortnight. A head of year in another school of the trust who has done this. The attendance officer, with whom I practise the call before tutors make it.',
      'signs-it-works':
        'It works if tutors ring before it is a habit, and pupils who come back stay all day. It does not if the calls are made and nothing else changes, or tutors feel checked on.',
      'keeps-it-going':
        'The call becomes part of what tutors do each week and leaves my diary. Subject leads keep the page of work for those who return.',
      'who-else':
        'The other heads of year, if Year 9 shows that it is worth it. They would need the script, an hour with the attendance officer and somebody to ask.',
      'when-to-stop':
        'At the end of the summer term in any case; then the head and I decide. Sooner if lessons in my own department suffer.',
    },
  },
  deepen: {
    by: 'a Year 2 teacher and maths lead with the NPQ in Leading Teaching',
    answers: {
      'what-changed':
        'I say each step aloud as I do it, and every child shows an answer. In maths I hear sooner who is guessing. I have changed how I explain, and not yet what I explain.',
      'what-need':
        'Many in Year 2 count on their fingers for sums they have met often. They follow a method and cannot say why it works, and I know too little about early number to see where it breaks.',
      'already-in-place':
        'A mastery scheme, which each class uses in its own way. A head who would send two of us to the Maths Hub. A Year 1 teacher whose number talk is good.',
      'what-i-will-do':
        'With the Year 1 teacher I will join a Maths Hub Work Group in September and try one idea from it every half term. Then I decide whether the NPQ in Leading Primary Mathematics comes next.',
      'people-and-time':
        'Both of us out of class on the Work Group’s days, which the head has to cover. An hour a week to read and plan together. I have asked the Maths Hub what it costs and what it pays towards cover.',
      'what-must-be-true':
        'There is a place for us in the group. We know the dates before the timetable is made. For the NPQ: the next intake has been announced, and the head would sponsor me.',
      'small-cycles':
        'One idea in one unit on addition, for three weeks. We keep the children’s jottings from the first lesson and the last, and look at them side by side.',
      'who-supports':
        'The leader of the Work Group, who visits. The Year 1 teacher: we teach one lesson together each half term and talk it through the same day.',
      'signs-it-works':
        'It works if children explain a sum with a drawing and use their fingers less. It does not if I can explain the idea and they cannot.',
      'keeps-it-going':
        'Number talk stands in both timetables. What we learn goes into the calculation policy, a page at a time.',
      'who-else':
        'The Reception and Year 3 teachers, so that the drawings stay the same as children move up. They would need to see two lessons.',
      'when-to-stop':
        'If after two half terms I use nothing from the group in an ordinary week, I finish the group and leave the NPQ. Reading would do.',
    },
  },
  expand: {
    by: 'a teacher in a special school with the NPQ in Leading Teacher Development',
    answers: {
      'what-changed':
        'I run our staff sessions as practice and no longer as talks. Colleagues try out waiting, signing or pointing with each other first, and I see more of it in class the week after.',
      'what-need':
        'Pupils who use few words get few turns in a lesson. We all think so, and nobody has looked properly. I want to study it, and have the study count for something that is mine.',
      'already-in-place':
        'A head who reads research and passes it on. A speech and language therapist, here every week. My NPQ, which some universities count towards a master’s, each by its own rule.',
      'what-i-will-do':
        'I will ask three universities in writing what my NPQ counts for, apply to one for a part-time master’s, and make turns in talk the subject of my study.',
      'people-and-time':
        'One evening a week and some weekends, mine. The fee that is left after credit is mine too, unless the school helps: I will ask before I apply. No cover.',
      'what-must-be-true':
        'The university has confirmed the credit in writing. I know the fee for the whole course. At home we have agreed which evening. The head agrees to the study being done in school.',
      'small-cycles':
        'One short reading every two weeks for a term, before I pay anything: if I cannot keep that up I cannot keep up a master’s. Then one small study in my own class, looked at after three weeks.',
      'who-supports':
        'The therapist watches a lesson and counts turns with me. A colleague who finished a master’s last year reads my first pages.',
      'signs-it-works':
        'It works if I teach differently because of what I read, and pupils with few words take more turns. It does not if I write essays and teach as before.',
      'keeps-it-going': 'The evening is in the diary. Twice a year I tell colleagues what I have found, on one page.',
      'who-else':
        'The class team could count turns in other lessons. They would need a simple sheet, and to know that it is about our talk and not about the pupils.',
      'when-to-stop':
        'I decide again after the first module. If it costs my class or my family too much, I take the award my credits reach and leave it there.',
    },
  },
};
