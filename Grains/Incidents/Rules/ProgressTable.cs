using static Tocsin.Incidents.AssignmentStage;
using static Tocsin.Incidents.ProgressStep;

namespace Tocsin.Incidents;

/// <summary>The table of the contract: from the stage that an assignment has to the one that is reported.</summary>
internal static class ProgressTable
{
    /// <summary>The cell of the table. Only the six stages of the contract can be reported; every other is <see cref="No"/>.</summary>
    public static ProgressStep Step(AssignmentStage from, AssignmentStage to) => (from, to) switch
    {
        (_, Assigned or Diverted) => No,

        (Assigned, _) => Yes,

        (Acknowledged, Acknowledged) => Same,
        (Acknowledged, _) => Yes,

        (EnRoute, Acknowledged) => Late,
        (EnRoute, EnRoute) => Same,
        (EnRoute, OnScene or Cleared or Cancelled) => Yes,
        (EnRoute, _) => No,

        (OnScene, Acknowledged or EnRoute) => Late,
        (OnScene, OnScene) => Same,
        (OnScene, Cleared) => Yes,
        (OnScene, _) => No,

        (_, Acknowledged or EnRoute or OnScene) => Late,
        (Cleared, Cleared) => Same,
        _ => No,
    };
}
