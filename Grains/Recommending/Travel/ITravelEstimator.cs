namespace Tocsin.Recommending.Travel;

/// <summary>
/// Estimates how long a unit drives. Pure, and the same for the same leg until it is replaced whole; called for every unit on duty.
/// </summary>
internal interface ITravelEstimator
{
    /// <summary>The time from en route to on scene, in seconds; finite, 0 or more.</summary>
    double Seconds(in Leg leg);
}
