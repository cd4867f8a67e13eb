namespace Tocsin.Problems;

/// <summary>The stable codes of the <c>errors</c> of a problem.</summary>
public static class ErrorCodes
{
    /// <summary>The contract does not know this field.</summary>
    public const string UnknownField = "unknownField";

    /// <summary>It was given twice.</summary>
    public const string Duplicate = "duplicate";

    /// <summary>A text where a number should be, and the like.</summary>
    public const string WrongType = "wrongType";

    /// <summary>It is missing, or null where null is not allowed.</summary>
    public const string Required = "required";

    /// <summary>Nothing but white space.</summary>
    public const string Blank = "blank";

    /// <summary>More characters than the limit.</summary>
    public const string TooLong = "tooLong";

    /// <summary>More items than the limit.</summary>
    public const string TooMany = "tooMany";

    /// <summary>Fewer items than the limit.</summary>
    public const string TooFew = "tooFew";

    /// <summary>A number or a time outside its limits.</summary>
    public const string OutOfRange = "outOfRange";

    /// <summary>A word that is not in its list; case counts.</summary>
    public const string NotInList = "notInList";

    /// <summary>A NUL, an unpaired surrogate, or bytes that are not UTF-8.</summary>
    public const string BadCharacter = "badCharacter";

    /// <summary>Not in the required format: an id, a time, a cursor, or JSON itself.</summary>
    public const string Malformed = "malformed";
}
