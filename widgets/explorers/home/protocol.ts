// Made from the Python classes of this folder by `python -m tests.browser.protocol_types`; edit those.

export interface HomeQuestionTraits {
  answers: HomeAnswer[];
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

export interface HomeQuestionWords {
  question: string;
  hint: string;
  picture_title: string;
  picture: string;
}

export interface PageCard {
  name: string;
  title: string;
  text: string;
}
