using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Tocsin.Identity;
using Tocsin.Quality;

namespace Tocsin.Incidents;

/// <summary>
/// Whether the caller of an incident is still to be called back: pure. What the centre has set, and whether a number is known, is asked
/// when it is read.
/// </summary>
internal static class CallBackRule
{
    /// <summary>
    /// Whether somebody may still be called back: it is closed and no exercise, somebody called, nobody was reached, and it was not tried
    /// three times.
    /// </summary>
    public static bool Waits(IncidentState state) =>
        state is { Closed: true, Exercise: false, Calls.IsEmpty: false }
        && !state.CallBacks.Any(c => c.Reached)
        && state.CallBacks.Length < QualityLimits.Tries;

    /// <summary>
    /// Whether an incident is drawn: by its id alone, so that it is the same for everybody, each time, and whatever else is drawn. A larger
    /// share draws all that a smaller one does. The recipe is never changed.
    /// </summary>
    /// <param name="id">The incident.</param>
    /// <param name="share">The share, 0 to 1.</param>
    public static bool IsDrawn(IncidentId id, double share) =>
        share >= 1
        || BinaryPrimitives.ReadUInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(id.Value))) < share * (1L + uint.MaxValue);
}
