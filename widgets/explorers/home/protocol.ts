// Made from the Python classes of this folder by `python -m tests.browser.protocol_types`; edit those.

export interface HomeQuestionTraits {
  answers: HomeAnswer[];
  parts: AnswerPartJson[];
  words: HomeQuestionWords;
}

export interface PageCardsTraits {
  heading: string;
  pages: PageCard[];
  takeaway: string;
}

export interface HomeAnswer {
  value: string;
  label: string;
  picked: string;
}

export interface AnswerPartJson {
  title: string;
  text: string;
  sources: Source[];
}

export interface Source {
  reference: string;
  link: string;
}

export interface HomeQuestionWords {
  question: string;
  hint: string;
  then: string;
  again: string;
  both: string;
  answer: string;
  forget: string;
  picture_title: string;
  picture: string;
}

export interface PageCard {
  name: string;
  title: string;
  text: string;
}
