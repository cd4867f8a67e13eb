using Microsoft.Extensions.Logging;
using Tocsin.Journal;
using Tocsin.Journal.Damage;
using Tocsin.StreamKinds;

namespace Tocsin.Hosting;

/// <summary>
/// Replaces exceptions that cannot be sent to the caller of a grain, such as those of a database driver. A <see
/// cref="JournalUnavailableException"/> is sent without its cause, which the writer has logged. An unexpected exception is logged here, and
/// sent as an <see cref="InvalidOperationException"/> with its message.
/// </summary>
internal sealed partial class WireExceptions(ILogger<WireExceptions> logger) : IIncomingGrainCallFilter
{
    /// <inheritdoc/>
    public async Task Invoke(IIncomingGrainCallContext context)
    {
        try
        {
            await context.Invoke();
        }
        catch (JournalUnavailableException unavailable) when (unavailable.InnerException is not null)
        {
            throw new JournalUnavailableException(unavailable.Message)
            {
                NewerVersion = unavailable.NewerVersion,
                Damaged = unavailable.Damaged,
            };
        }
        catch (NewerVersionException newer)
        {
            throw new JournalUnavailableException(newer.Message) { NewerVersion = true };
        }
        catch (DamagedException damaged)
        {
            throw new JournalUnavailableException(damaged.Message) { Damaged = true };
        }
        catch (Exception exception) when (!Crosses(exception))
        {
            LogUnforeseen(exception, context.InterfaceName, context.MethodName);
            throw new InvalidOperationException(
                $"{exception.GetType().Name} in {context.InterfaceName}.{context.MethodName}: {exception.Message}");
        }
    }

    private static bool Crosses(Exception exception)
    {
        for (var e = exception; e is not null; e = e.InnerException)
        {
            var home = e.GetType().Assembly.GetName().Name!;
            if (!home.StartsWith("System.", StringComparison.Ordinal)
                && !home.StartsWith("Orleans.", StringComparison.Ordinal)
                && e is not JournalUnavailableException)
            {
                return false;
            }
        }

        return true;
    }

    [LoggerMessage(2511, LogLevel.Error, "{Grain}.{Method} ended with an unexpected exception")]
    private partial void LogUnforeseen(Exception exception, string grain, string method);
}
