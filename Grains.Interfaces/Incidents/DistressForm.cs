using Tocsin.Clocks;
using Tocsin.Journal;

namespace Tocsin.Incidents;

/// <summary>
/// The form of what a clock says: a program of before knows no stage <c>distress</c> and could not read an event that names it.
/// </summary>
internal static class DistressForm
{
    /// <summary>The form that has the stage.</summary>
    public const short Number = 2;

    /// <summary>The form that an event about a stage needs.</summary>
    public static short Of(ClockStage stage) => stage == ClockStage.Distress ? Number : EventFormAttribute.First;
}
