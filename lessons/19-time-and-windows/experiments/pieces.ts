/** The nine views of the story, cut by hand with pencil and paper: the last count of each window. */

// #region touching
export const touching = {
  'a[0,10)': 2,
  'a[10,20)': 2,
  'a[20,30)': 2,
  'b[0,10)': 1,
  'b[10,20)': 1,
  'b[40,50)': 1,
};
// #endregion

/** Every view lies in two windows, so these counts sum up to eighteen. */
export const overlapping = {
  'a[-5,5)': 2,
  'a[0,10)': 2,
  'a[5,15)': 1,
  'a[10,20)': 2,
  'a[15,25)': 2,
  'a[20,30)': 2,
  'a[25,35)': 1,
  'b[0,10)': 1,
  'b[5,15)': 2,
  'b[10,20)': 1,
  'b[35,45)': 1,
  'b[40,50)': 1,
};

/** From the first to the last view of a visit. From 20 to 25 there are five seconds of silence, and they are still within. */
export const visits = {
  'a[1,4]': 2,
  'a[10,10]': 1,
  'a[19,25]': 3,
  'b[9.999,12]': 2,
  'b[40,40]': 1,
};

/** Windows of ten seconds that begin with the first view of each page: at 1 for a, at 9.999 for b. */
export const guessed = {
  'a[1,11)': 3,
  'a[11,21)': 2,
  'a[21,31)': 1,
  'b[9.999,19.999)': 2,
  'b[39.999,49.999)': 1,
};
