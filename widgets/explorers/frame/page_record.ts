// The record shows nothing; with it come the moves of all parts of its page.

import { followMoves } from "../../browser/one_move.ts";

export default { initialize: followMoves };
