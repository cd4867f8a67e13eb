namespace Tocsin.JsonBodies;

/// <summary>Why a text is refused.</summary>
internal enum TextFault
{
    /// <summary>It is accepted.</summary>
    None = 0,

    /// <summary>It is too long, and was not decoded.</summary>
    TooLong = 1,

    /// <summary>A NUL, an unpaired surrogate, or bytes that are not UTF-8.</summary>
    BadCharacter = 2,
}
