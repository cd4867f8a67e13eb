using Tocsin.Tests.Load.Replay.Comparing;
using Tocsin.Tests.Load.Replay.Planning;
using Tocsin.Tests.Load.Replay.Reading;
using Tocsin.Tests.Load.Replay.Running;

namespace Tocsin.Tests.Load.Replay;

/// <summary>What a replay did and what reads back.</summary>
/// <param name="Readings">What the file held.</param>
/// <param name="Plan">What it became.</param>
/// <param name="Outcomes">What became of each command.</param>
/// <param name="NotCarried">Everything of the file that is not in Tocsin, row by row.</param>
/// <param name="Differences">Everything that was carried and reads differently; none is the aim.</param>
/// <param name="ReadBack">What was read.</param>
/// <param name="Took">How long sending took.</param>
/// <param name="ReadTook">How long reading back and comparing took.</param>
/// <param name="HeldBefore">How many of the file's units were on an incident before the first command.</param>
public sealed record ReplayResult(
    Readings Readings,
    ReplayPlan Plan,
    Outcomes Outcomes,
    IReadOnlyList<NotCarried> NotCarried,
    IReadOnlyList<Difference> Differences,
    ReadBack ReadBack,
    TimeSpan Took,
    TimeSpan ReadTook,
    int HeldBefore);
