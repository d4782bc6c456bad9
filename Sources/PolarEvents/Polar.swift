/// The namespace of Polar's objects, named as in Polar's API reference.
public enum Polar {}
