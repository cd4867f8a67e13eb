namespace Tocsin.Bodies;

/// <summary>What may be wrong with one field: the stable codes inside <c>errors</c>.</summary>
public static class ErrorCodes
{
    /// <summary>The contract does not know this field.</summary>
    public const string UnknownField = "unknownField";

    /// <summary>It came twice.</summary>
    public const string Duplicate = "duplicate";

    /// <summary>A text where a number should be, and the like.</summary>
    public const string WrongType = "wrongType";

    /// <summary>It is missing, or null where null means nothing.</summary>
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

    /// <summary>Not of the form that it must have: an id, a time, a cursor, JSON itself.</summary>
    public const string Malformed = "malformed";
}
