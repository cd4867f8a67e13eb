namespace Tocsin.Tests.Load.Auditing;

/// <summary>Walks units' trails: no unit is ever on two incidents, and none is let go from where it is not.</summary>
public static class BookingCheck
{
    /// <summary>What is wrong with the trail of a unit; nothing, if it was on one incident at a time.</summary>
    public static IEnumerable<string> Check(Trail unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        string? holder = null;
        foreach (var e in unit.Events)
        {
            var incident = e.Text("incidentId");
            switch (e.Kind)
            {
                case "Assigned":
                    if (holder is not null)
                        yield return $"{unit.Stream}: assigned to {incident} while on {holder} (version {e.Version})";
                    holder = incident;
                    break;
                case "Released":
                    if (holder != incident)
                        yield return $"{unit.Stream}: released from {incident} while on {holder ?? "none"} (version {e.Version})";
                    holder = null;
                    break;
                default:
                    break;
            }
        }
    }
}
