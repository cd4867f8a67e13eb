namespace Tocsin.Bodies;

/// <summary>Whether a field must be there.</summary>
internal enum Presence
{
    /// <summary>It must, and not be null.</summary>
    Required = 0,

    /// <summary>It may be absent or null, which is the same.</summary>
    Optional = 1,

    /// <summary>It must be there; null says something.</summary>
    Nullable = 2,

    /// <summary>It may be absent, but not null.</summary>
    NotNull = 3,
}
