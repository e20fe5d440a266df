package io.chiasm.contracts.message;

import io.chiasm.contracts.store.Digest;
import io.chiasm.contracts.store.ObjectKey;
import java.util.List;

/** Where things lie in the store. */
public final class ObjectLayout {
  private static final List<String> COMPUTED =
      List.of("activations", "grams", "gram-matrices", "encodings", "encoding-arrays");

  private ObjectLayout() {}

  /** Folder of all images. */
  public static ObjectKey images() {
    return new ObjectKey("images");
  }

  /** An image file's bytes. */
  public static ObjectKey image(Digest sha256) {
    return images().child(sha256.value());
  }

  /**
   * The bytes of an image file that is to be turned by its EXIF orientation: under a name of its
   * own, since its activations depend on that it is.
   *
   * @param orientation 2 to 8
   */
  public static ObjectKey turnedImage(Digest sha256, int orientation) {
    return images().child(sha256 + "-turned" + orientation);
  }

  /** An ONNX graph's bytes. */
  public static ObjectKey graph(Digest sha256) {
    return new ObjectKey("networks/" + sha256 + ".onnx");
  }

  /** Responses {@code [stimulus, vertex]}, or folds {@code [stimulus]}. */
  public static ObjectKey input(String hash) {
    return new ObjectKey("inputs/" + hash + ".npy");
  }

  /** Folder of one layer's blocks. */
  public static ObjectKey activations(String hash) {
    return new ObjectKey("activations/" + hash);
  }

  /** Folder of all documents of Gram matrices. */
  public static ObjectKey grams() {
    return new ObjectKey("grams");
  }

  /** Document of the Gram matrices of one layer over one set of stimuli. */
  public static ObjectKey gram(String hash) {
    return grams().child(hash + ".json");
  }

  /** One Gram matrix of a document. */
  public static ObjectKey gramMatrix(ObjectKey document, String name) {
    return new ObjectKey("gram-matrices/" + stem(document)).child(name + ".npy");
  }

  /** Folder of all documents of encoding results. */
  public static ObjectKey encodings() {
    return new ObjectKey("encodings");
  }

  /** Document of one encoding task's results. */
  public static ObjectKey encoding(String hash) {
    return encodings().child(hash + ".json");
  }

  /** One array of an encoding document that is an object of its own. */
  public static ObjectKey encodingArray(ObjectKey document, String name) {
    return new ObjectKey("encoding-arrays/" + stem(document)).child(name + ".npy");
  }

  /** All arrays of an encoding document, file behind file in the order of their names. */
  public static ObjectKey encodingArrays(ObjectKey document) {
    return encodingArray(document, "all");
  }

  /** Folder of one document per study known. */
  public static ObjectKey registry() {
    return new ObjectKey("registry");
  }

  /** What was submitted as this study. */
  public static ObjectKey registration(String study) {
    return registry().child(study + ".json");
  }

  /** Folder of everything that belongs to one study alone. */
  public static ObjectKey study(String study) {
    return new ObjectKey("studies/" + study);
  }

  /** Mark of a cancelled study. */
  public static ObjectKey cancelled(String study) {
    return study(study).child("cancelled");
  }

  /** Folder of a study's failures. */
  public static ObjectKey failures(String study) {
    return study(study).child("failures");
  }

  /** The failure of one task. */
  public static ObjectKey failure(String study, String task) {
    return failures(study).child(task + ".json");
  }

  /** One fan-in of a study. */
  public static ObjectKey fanIn(String study, String hash) {
    return study(study).child("fan-in").child(hash + ".json");
  }

  /** Sizes and digests of all files of a study's results; written when these are complete. */
  public static ObjectKey resultFiles(String study) {
    return study(study).child("results.json");
  }

  /** Folder of lists of the objects that a study has seen in the store. */
  public static ObjectKey sightings(String study) {
    return study(study).child("seen");
  }

  /** List of the objects that a study refers to beyond its own folder. */
  public static ObjectKey references(String study) {
    return study(study).child("references.txt");
  }

  /** Folder of marks of the dead letters that someone looked after. */
  public static ObjectKey handledLetters() {
    return new ObjectKey("dead-letters");
  }

  /** Mark of a dead letter that someone looked after. */
  public static ObjectKey handledLetter(String letter, String state) {
    return handledLetters().child(letter + "." + state);
  }

  /** Folder of everything that was sent with studies. */
  public static ObjectKey uploads() {
    return new ObjectKey("uploads");
  }

  /** Folder of the pieces of files that were sent. */
  public static ObjectKey chunks() {
    return uploads().child("chunks");
  }

  /** Folder of those pieces of files that were sent whose SHA-256 begins with these two digits. */
  public static ObjectKey chunks(String digits) {
    return chunks().child(digits);
  }

  /**
   * A piece of a file that was sent.
   *
   * @param name SHA-256, hyphen, number of bytes
   */
  public static ObjectKey chunk(String name) {
    return chunks(name.substring(0, 2)).child(name);
  }

  /** Description of files that were sent together, by which their pieces are found. */
  public static ObjectKey uploadTree(String id) {
    return uploadTrees().child(id + ".json");
  }

  /** Folder of all such descriptions. */
  public static ObjectKey uploadTrees() {
    return uploads().child("trees");
  }

  /** Folder of what studies took, one document per kind of machine. */
  public static ObjectKey costs() {
    return new ObjectKey("costs");
  }

  /** What studies took on one kind of machine. */
  public static ObjectKey costs(String machine) {
    return costs().child(machine + ".json");
  }

  /** Folder of a study's results. */
  public static ObjectKey results(String study) {
    return study(study).child("results");
  }

  /** Whether the key says all that the object's content depends on, and a worker computes it. */
  public static boolean isComputed(ObjectKey key) {
    return COMPUTED.stream().anyMatch(folder -> key.value().startsWith(folder + "/"));
  }

  /** The hash in a document's key. */
  public static String stem(ObjectKey document) {
    String name = document.value().substring(document.value().lastIndexOf('/') + 1);
    return name.substring(0, name.length() - ".json".length());
  }
}
