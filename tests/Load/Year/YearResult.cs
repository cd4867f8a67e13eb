using Tocsin.Tests.Load.Measuring;
using Tocsin.Tests.Load.Results;
using Tocsin.Tests.Load.Year.Reckoning;

namespace Tocsin.Tests.Load.Year;

/// <summary>What a year did, what it was compared with, and how long each part took.</summary>
/// <param name="Options">What was asked for.</param>
/// <param name="Machine">Where.</param>
/// <param name="TimeZone">Whose year.</param>
/// <param name="Calls">Calls put in that reports count.</param>
/// <param name="Incidents">Incidents put in that reports count.</param>
/// <param name="Drills">Incidents put in that reports leave out.</param>
/// <param name="Commands">Commands that were done.</param>
/// <param name="Replayed">Those of them that an earlier run of the same name had done.</param>
/// <param name="Foreign">Calls that the year has beyond those put in: somebody else's.</param>
/// <param name="SendingSeconds">How long sending took.</param>
/// <param name="OwnProcessorSeconds">Processor time that this program spent on it.</param>
/// <param name="Kinds">How long each kind of command took.</param>
/// <param name="Reports">How long each report took.</param>
/// <param name="Total">The year's figures as the summary reports them.</param>
/// <param name="Compared">How many figures were compared.</param>
/// <param name="Differences">Those that differ.</param>
/// <param name="Listed">Incidents that the year lists.</param>
/// <param name="Late">Clocks of them that ran out, in silence.</param>
/// <param name="Wrong">Everything else that is not as it must be: refusals, alarms, numbers, what was done twice.</param>
/// <param name="Repeated">Commands that were sent once more at the end.</param>
public sealed record YearResult(
    YearOptions Options,
    Machine Machine,
    string TimeZone,
    int Calls,
    int Incidents,
    int Drills,
    int Commands,
    int Replayed,
    int Foreign,
    double SendingSeconds,
    double OwnProcessorSeconds,
    IReadOnlyList<LatencyFigures> Kinds,
    IReadOnlyList<ReportTime> Reports,
    IReadOnlyDictionary<string, decimal?> Total,
    int Compared,
    IReadOnlyList<FigureDifference> Differences,
    int Listed,
    int Late,
    IReadOnlyList<string> Wrong,
    int Repeated)
{
    /// <summary>Whether everything is as it must be.</summary>
    public bool Good => Differences.Count == 0 && Wrong.Count == 0;
}
