namespace Tocsin.Bodies;

/// <summary>Why a text cannot be taken.</summary>
internal enum TextFault
{
    /// <summary>It can.</summary>
    None = 0,

    /// <summary>So long that it was not decoded.</summary>
    TooLong = 1,

    /// <summary>A NUL, an unpaired surrogate, or bytes that are not UTF-8.</summary>
    BadCharacter = 2,
}
