namespace Tocsin.Tests.Load.Replay;

/// <summary>Why something of the file was never sent, where it was not the server that refused it.</summary>
public static class FileCodes
{
    /// <summary>The same row stands in the file already.</summary>
    public const string DuplicateRow = "duplicateRow";

    /// <summary>Neither an incident nor a call number.</summary>
    public const string NoIncident = "noIncident";

    /// <summary>No unit.</summary>
    public const string NoUnit = "noUnit";

    /// <summary>The incident has no time of receipt, and none may be invented.</summary>
    public const string NoReceipt = "noReceipt";

    /// <summary>The row has no time of dispatch: it says that a unit was there, not since when.</summary>
    public const string NoDispatch = "noDispatch";

    /// <summary>The text is no time.</summary>
    public const string BadTime = "badTime";

    /// <summary>The text is no place on earth.</summary>
    public const string BadPlace = "badPlace";

    /// <summary>Rows of one incident disagree; the first holds.</summary>
    public const string Conflicting = "conflictingRows";

    /// <summary>The contract requires one; the file has none or an unknown one.</summary>
    public const string Unknown = "unknownValue";

    /// <summary>Longer than the contract allows, or with characters that it refuses; what was sent is named.</summary>
    public const string Altered = "altered";

    /// <summary>The incident stays open: a unit on it was never made available, and closing it would invent that.</summary>
    public const string NeverAvailable = "unitNeverAvailable";

    /// <summary>The unit is on this incident again by then: the report would land on its newer assignment.</summary>
    public const string Superseded = "superseded";

    /// <summary>The server refused what this hangs on; the detail says what.</summary>
    public const string Depends = "dependsOnRefused";

    /// <summary>The contract has no place for it.</summary>
    public const string NoPlaceInContract = "noPlaceInContract";
}
