using Tocsin.Calls;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Policies;
using Tocsin.RunCards;
using Tocsin.Stations;
using Tocsin.Units;

namespace Tocsin.Reading;

/// <summary>The numbers of the code that makes views now.</summary>
internal static class ViewCodes
{
    /// <summary>The number for things of a kind.</summary>
    public static short Of(StreamKind kind) => kind switch
    {
        StreamKind.Incident => IncidentViews.Code,
        StreamKind.Unit => UnitViews.Code,
        StreamKind.Call => CallViews.Code,
        StreamKind.Station => StationViews.Code,
        StreamKind.Policy => PolicyViews.Code,
        StreamKind.Setting => SettingState.Code,
        StreamKind.RunCard => RunCardViews.Code,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
