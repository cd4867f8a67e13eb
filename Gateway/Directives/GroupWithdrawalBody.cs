namespace Tocsin.Directives;

/// <summary>The body of <c>POST /directives/withdrawal</c>.</summary>
/// <param name="Group">The group.</param>
/// <param name="Command">The command to its first directive.</param>
internal sealed record GroupWithdrawalBody(DirectiveId Group, WithdrawDirectiveGroup Command);
