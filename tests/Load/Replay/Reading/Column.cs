namespace Tocsin.Tests.Load.Replay.Reading;

/// <summary>The columns that are read, by the letters and digits of their headings: the source writes these in several ways.</summary>
public static class Column
{
    /// <summary>Incident Number.</summary>
    public const string Incident = "incidentnumber";

    /// <summary>Call Number.</summary>
    public const string Call = "callnumber";

    /// <summary>Unit ID.</summary>
    public const string Unit = "unitid";

    /// <summary>Received DtTm.</summary>
    public const string Received = "receiveddttm";

    /// <summary>Dispatch DtTm.</summary>
    public const string Dispatch = "dispatchdttm";

    /// <summary>The times in the order of <see cref="RowTimes"/>.</summary>
    public static IReadOnlyList<string> Times { get; } =
        [Received, "entrydttm", Dispatch, "responsedttm", "onscenedttm", "transportdttm", "hospitaldttm", "availabledttm"];

    /// <summary>What the times are called in lists, in the same order.</summary>
    public static IReadOnlyList<string> TimeFields { get; } =
    [
        Fields.Receipt, Fields.Entry, Fields.Dispatch, Fields.Response, Fields.OnScene, Fields.Transport, Fields.Hospital,
        Fields.Available,
    ];

    /// <summary>Without these a file is not of this format; of incident and call number one is enough.</summary>
    public static IReadOnlyList<string> Required { get; } = [Unit, Received, Dispatch];

    /// <summary>Columns that are used where the file has them, and missed aloud where not.</summary>
    public static IReadOnlyList<string> Optional { get; } =
    [
        .. Times.Except(Required), "calltype", "finalpriority", "callfinaldisposition", "unittype", "alsunit",
        "unitsequenceincalldispatch", "stationarea", "battalion", "address", "city", "box", "zipcodeofincident",
    ];

    /// <summary>Where the coordinates may stand; the first that the file has counts.</summary>
    public static IReadOnlyList<string> Places { get; } = ["location", "caselocation", "point"];

    /// <summary>A heading as it is compared.</summary>
    public static string Plain(string heading) =>
        string.Concat((heading ?? string.Empty).Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
}
