using Tocsin.Clocks;

namespace Tocsin.Settings;

/// <summary>The centre's own settings.</summary>
public sealed class DispatchOptions
{
    /// <summary><c>Tocsin:TimeZone</c>: IANA; the days of numbers, the hours of reports.</summary>
    public TimeZoneInfo TimeZone { get; set; } = TimeZoneInfo.Utc;

    /// <summary>
    /// <c>Tocsin:EncipherTexts</c>: whether texts and places are written under keys of their own. Where they are not, they are enciphered
    /// when they are erased.
    /// </summary>
    public bool EncipherTexts { get; set; } = true;

    /// <summary>
    /// <c>Tocsin:HistoricAfter</c>: a receipt that lies further back than this when it is recorded is history, and alarms nobody. Above 0.
    /// </summary>
    public TimeSpan HistoricAfter { get; set; } = TimeSpan.FromHours(1);

    /// <summary><c>Tocsin:Unattended:1</c> to <c>4</c>: the limits on <c>assign</c> where the timing policy gives none.</summary>
    public UnattendedLimits Unattended { get; set; } = UnattendedLimits.Default;

    /// <summary>
    /// <c>Tocsin:MaxDistanceKilometers</c>: an incident that is farther than this from every station is refused until somebody confirms it;
    /// 1 to 20,100, half the way round the earth.
    /// </summary>
    public double MaxDistanceKilometers { get; set; } = 300;

    /// <summary>
    /// <c>Tocsin:DeviceTolerance</c>: how far the clock of a unit's device may lie behind, so that a report from before its only assignment
    /// is still taken. 0 or more.
    /// </summary>
    public TimeSpan DeviceTolerance { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary><c>Tocsin:PanicCategory</c>: the category of an incident about an officer in distress; 1 to 100 characters.</summary>
    public string PanicCategory { get; set; } = "警员遇险 officer in distress";

    /// <summary><c>Tocsin:CategoryClasses</c>: how the summary classes categories.</summary>
    public CategoryClasses CategoryClasses { get; set; } = CategoryClasses.Default;
}
