using Tocsin.Tests.Load.Replay.Reading;

namespace Tocsin.Tests.LoadTests.Fakes;

/// <summary>Files of a few rows, made by hand.</summary>
public static class SmallFile
{
    public const string Headings = "Incident Number,Call Number,Unit ID,Call Type,Received DtTm,Dispatch DtTm,Response "
        + "DtTm,On Scene DtTm,Available DtTm,Call Final Disposition,Final Priority,Address,Location";

    public static string Row(
        string incident, string unit, string received, string dispatch, string response = "", string onScene = "", string available = "") =>
        $"{incident},C{incident},{unit},Alarms,{received},{dispatch},{response},"
            + $"{onScene},{available},Fire,3,1600 Block of CLAY ST,\"(37.79, -122.42)\"";

    public static Readings Read(params string[] rows) => ShippedDay.Read([Headings, .. rows]);
}
