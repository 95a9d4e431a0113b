package id.alur.examserversync;

/** A list of participants cannot be read or compared; the message is a sentence for the proctor. */
final class UnreadableParticipants extends Exception {

  UnreadableParticipants(String sentence) {
    super(sentence);
  }
}
