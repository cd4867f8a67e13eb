using Orleans.Concurrency;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Json;
using Tocsin.Reading;
using Tocsin.Streams;

namespace Tocsin.Directives;

/// <summary>The activation of one directive. <see cref="DirectiveCases"/> says what its commands do.</summary>
[Reentrant, GrainType("directive")]
internal sealed class DirectiveGrain(StreamHost host) : StreamGrain(host, StreamKind.Directive), IDirectiveGrain, IDirectiveStream
{
    private readonly StreamHost _host = host;

    /// <inheritdoc/>
    public async Task<CommandAnswer> Execute(DirectiveCommand command, CommandContext context)
    {
        if (command is WithdrawDirectiveGroup withdrawal)
            return await WithdrawAsync(withdrawal, context);
        var answer = await RunAsync(command, context);
        return command is IssueDirectives { To.Count: var count } && answer.Refusal is null ? await WithGroupAsync(answer, count) : answer;
    }

    // How many there are follows from the board: the ids of the others follow from the first.
    private async Task<CommandAnswer> WithdrawAsync(WithdrawDirectiveGroup command, CommandContext context)
    {
        var first = DirectiveId.Of(this.GetPrimaryKeyString());
        var rows = await _host.Journal.ReadBoardAsync(
            [.. Enumerable.Range(0, DirectiveLimits.RecipientsMax).Select(i => first.InGroup(i).Stream)]);
        var count = Math.Max(1, rows.Count);
        var answer = await RunAsync(new GroupWithdrawal(command, count), context);
        return answer.Refusal is null ? await WithGroupAsync(answer, count) : answer;
    }

    // The whole group as it now stands, also when the command is repeated: one read.
    private async Task<CommandAnswer> WithGroupAsync(CommandAnswer answer, int count)
    {
        var first = DirectiveId.Of(answer.Id);
        var rows = await _host.Journal.ReadBoardAsync([.. Enumerable.Range(0, count).Select(i => first.InGroup(i).Stream)]);
        var views = await _host.Service<FreshViews>().OfAsync(rows);
        return answer with
        {
            View = TocsinJson.Write(new DirectiveGroup(first, [.. views.Select(TocsinJson.Read<DirectiveView>)])),
        };
    }
}
