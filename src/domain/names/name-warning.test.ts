import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findNames, newNames } from './name-warning.ts';
import { WORKED_EXAMPLES } from '../plan/worked-examples.ts';

const found = (text: string) => findNames(text).map((one) => one.text);

describe('what looks like a name', () => {
  test.each<[sentence: string, names: readonly string[]]>([
    ['It helps Amelia Novak most of all.', ['Amelia Novak']],
    ['It helps Zorka Blagojevic most of all.', ['Zorka Blagojevic']],
    ['Kwame Boateng reads to the younger ones.', ['Kwame Boateng']],
    ['Ask Mrs Whittle for the hall.', ['Mrs Whittle']],
    ['Mr Okoro and Miss O’Dea will watch a lesson.', ['Mr Okoro', 'Miss O’Dea']],
    ['Mr and Mrs Ashworth came in.', ['Mr and Mrs Ashworth']],
    ['mr khan does the cover', ['mr khan']],
    ['Dr. Bello wrote the report.', ['Dr. Bello']],
    ['Alfie’s mum reads with him at home.', ['Alfie']],
    ['Zuri’s mum reads with her at home.', ['Zuri']],
    ['Ekon struggles with words of more than two parts.', ['Ekon']],
    ['Then Ekon said that he had guessed.', ['Ekon']],
    ['Grace said that the pictures helped.', ['Grace']],
    ['I will sit with Grace and Poppy.', ['Grace', 'Poppy']],
    ['May cannot hear the end of a word.', ['May']],
    ['Four of them (J.S., T.B. and A.W.) go out for phonics.', ['J.S.', 'T.B.', 'A.W.']],
    ['J. Sutton has the key.', ['J. Sutton']],
    ['Zorka T gives up at once.', ['Zorka']],
    ['Kacey-Mae has not said a word since Easter.', ['Kacey-Mae']],
    ['A boy called Thabo joined us in June.', ['Thabo']],
    ['A pupil, Thabo, joined us in June.', ['Thabo']],
    ['Blerim, Dritan, Ekon and Thabo read with me.', ['Blerim', 'Dritan', 'Ekon', 'Thabo']],
    ['Group one:\n- Blerim\n- Dritan\n- Ekon', ['Blerim', 'Dritan', 'Ekon']],
    ['Isla and Thabo are the quickest.', ['Isla', 'Thabo']],
    ['jayden and mohammed are the quickest', ['jayden', 'mohammed']],
    ['JAYDEN is the quickest.', ['JAYDEN']],
    ['A123456789012 needs a reader.', ['A123456789012']],
    ['One was born on 3/9/2017 and is the youngest.', ['born on 3/9/2017']],
    ['d.o.b. 12 May 2016', ['d.o.b. 12 May 2016']],
    ['Write to amy.walker@school.example.', ['amy.walker@school.example']],
  ])('%s', (sentence, names) => {
    expect(found(sentence)).toEqual(names);
  });
});

describe('what is no name', () => {
  test.each([
    'Year 4 readers stall at longer words.',
    'A pupil in Year 4 said it was easier.',
    'I have the NPQ in Leading Behaviour and Culture from Teach First.',
    'The SENCO, the head and I meet on Mondays in Autumn 2.',
    'Key Stage 2 and EYFS work from the same plan.',
    'From September 2027 we move to Wigan.',
    'The EEF says that behaviour matters more than the order of the steps.',
    'Warrington, Halton and Wigan have one hub.',
    'English, History and Music all use the routine.',
    'Polish, Urdu and Arabic are spoken at home.',
    'St Mary’s and St. John’s do it already.',
    'We are a Church of England school in Leigh.',
    'Head of English, Head of Year 9, Deputy Head.',
    'The Early Career Teacher Entitlement replaced the framework.',
    'Romeo and Juliet in Year 9, Macbeth in Year 10.',
    'We read The Iron Man and Charlotte’s Web.',
    'The Tudors, the Vikings and the Ancient Greeks.',
    'P.E. and R.E. have two lessons a week, D.T. one.',
    'Willow class and Hazel group share a teaching assistant.',
    'Will it last? May we try? Mark less, talk more.',
    'Summer 1 is better than Spring 2. August is free.',
    'We teach with Read Write Inc, Little Wandle and White Rose.',
    'Ambition Institute and Best Practice Network ran the course.',
    'It is in the School Improvement Plan under Quality of Education.',
    'Mum and Dad can come on Fridays.',
    'Miss Monday’s lesson and nothing is lost.',
    'I miss Year 4.',
    'Children said so. Parents said so. Nobody said no.',
    'CPOMS, Arbor and Google Classroom hold enough already.',
    'Ofsted, DfE and the Chartered College of Teaching agree.',
    'The University of Manchester and Edge Hill count it.',
    'Monday: choose words. Friday: look again.',
    '“Nothing yet” is an honest answer.',
    '1. Look\n2. Choose\n3. Try',
    'Rosenshine’s principles, Bloom’s taxonomy and Dylan Wiliam on feedback.',
    'Groups A, B and C. Set 1. Plan B. Then stop.',
    'Born readers read at home; applications close on 16 October.',
    'Anglo-Saxon runes and Stoke-on-Trent pots.',
    'Pupil Premium, Free School Meals and EAL.',
    'The Maths Hub is for Cheshire and Wirral.',
    'Teachers love it. Colleagues refused. Staff said yes.',
  ])('%s', (sentence) => {
    expect(found(sentence)).toEqual([]);
  });

  test.each(Object.entries(WORKED_EXAMPLES))('the worked example for %s', (_, { by, answers }) => {
    expect([by, ...Object.values(answers)].flatMap(found)).toEqual([]);
  });
});

test('a name is told once, however often it stands there', () => {
  expect(found('I sit with Amelia. Then Amelia reads.')).toEqual(['Amelia']);
});

test('what was there before is not told again', () => {
  expect(newNames('I sit with Amelia.', 'I sit with Amelia and Noah.').map(({ text }) => text)).toEqual(['Noah']);
});

test('whatever is written, what is found stands there', () => {
  const word = fc.constantFrom(
    'Amelia',
    'mr',
    'J.S.',
    'and',
    ',',
    '\n',
    'St',
    '’s mum',
    'Year 4',
    'A123456789012',
    '(',
    '. ',
  );
  const text = fc.array(fc.oneof(word, fc.string({ unit: 'grapheme', maxLength: 8 })), { maxLength: 30 });
  fc.assert(
    fc.property(text, (parts) => {
      const written = parts.join(' ');
      for (const one of findNames(written)) {
        expect(written).toContain(one.text);
        expect(one.text).not.toContain('·');
      }
    }),
  );
});
