namespace Tocsin.JsonBodies;

/// <summary>Whether a field of a JSON object is required, and whether it may be null.</summary>
internal enum FieldPresence
{
    /// <summary>It must be given and must not be null.</summary>
    Required = 0,

    /// <summary>It may be left out or null, which is the same.</summary>
    Optional = 1,

    /// <summary>It must be given; null has a meaning.</summary>
    Nullable = 2,

    /// <summary>It may be left out, but must not be null.</summary>
    NotNull = 3,
}
