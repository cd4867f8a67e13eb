using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.StreamKinds;

namespace Tocsin.Bulletins;

/// <summary>The use cases of a bulletin, with their rules. Pure.</summary>
internal static class BulletinCases
{
    /// <summary>The table.</summary>
    public static UseCases Table { get; } = new(typeof(BulletinCommand),
    [
        UseCase.Of<PostBulletin>((own, command, _, context) => Decision.Do(new DecidedEvent(
            own, new BulletinPosted(command.Text, context.Now.AddSeconds(command.Seconds)), context.Now))) with
        {
            MayComeFirst = true,
            Creates = true,
        },
        UseCase.Of<ExpireBulletin>((own, _, states, context) => State(own, states).DueAt is { } due && due <= context.Now
            ? Decision.Do(new DecidedEvent(own, new BulletinExpired(), due))
            : Decision.Nothing),
    ]);

    private static BulletinState State(StreamId own, StateSet states) => (BulletinState)states.All[own];
}
