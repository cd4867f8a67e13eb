using Tocsin.Identity;

namespace Tocsin.SignIn;

/// <summary>The request for a development token.</summary>
/// <param name="Subject">1 to 100 characters.</param>
/// <param name="Role">A role of the contract.</param>
/// <param name="Unit">Required for the role <c>unit</c>; else null.</param>
/// <param name="Station">Required for the role <c>station</c>; else null.</param>
internal sealed record DevTokenRequest(string Subject, string Role, UnitId? Unit, string? Station);
