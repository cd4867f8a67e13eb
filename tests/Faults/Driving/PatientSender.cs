using Tocsin.Tests.Load.Http;

namespace Tocsin.Tests.Faults.Driving;

/// <summary>
/// Sends a command as the contract advises: a second a try, then again with the same key at the other gateway, until it is settled or
/// <see cref="DriveLimits.FailedAfter"/> is over.
/// </summary>
/// <param name="gateways">A client for each gateway, which tries once.</param>
/// <param name="books">Where every try is entered.</param>
/// <param name="clock">The clock of the tries.</param>
public sealed class PatientSender(IReadOnlyList<TocsinClient> gateways, Books books, TimeProvider clock)
{
    /// <summary>How a client of one gateway must be made: one try, no more.</summary>
    public static Patience OneTry { get; } = new(TimeSpan.Zero, DriveLimits.Try);

    /// <summary>Sends it.</summary>
    /// <param name="method">POST, PATCH or PUT; GET, which has no body and no key.</param>
    /// <param name="path">Under <c>/api/v1</c>.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="key">Its idempotency key.</param>
    /// <param name="first">The number of the gateway that is tried first.</param>
    /// <param name="role">Who sends it.</param>
    /// <returns>The last answer; not settled when it failed.</returns>
    public async Task<Reply> SendAsync(
        HttpMethod method, string path, object? body, string? key, int first, Role role = Role.Dispatcher)
    {
        var started = clock.GetTimestamp();
        for (var tries = 1; ; tries++)
        {
            var began = clock.GetTimestamp();
            var reply = await gateways[(first + tries - 1) % gateways.Count]
                .SendAsync(method, path, body, key, role, CancellationToken.None);
            books.EnterTry(reply);
            if (reply.Settled)
                return reply with { Tries = tries };

            var left = DriveLimits.FailedAfter - clock.GetElapsedTime(started);
            if (left <= TimeSpan.Zero)
                return reply with { Tries = tries };

            // A try that took its second was pause enough; who was answered at once, or found nobody at any gateway, asks again a little
            // later.
            if (clock.GetElapsedTime(began) >= DriveLimits.Try || (reply.Status == 0 && tries % gateways.Count != 0))
                continue;
            var pause = Patience.PauseAfter(tries, null);
            await Task.Delay(Least(pause, Least(DriveLimits.LongestPause, left)), clock);
        }
    }

    private static TimeSpan Least(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
