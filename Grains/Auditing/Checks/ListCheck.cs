namespace Tocsin.Auditing.Checks;

/// <summary>The listing and the claimed names of a stream are those that its events lead to.</summary>
internal sealed class ListCheck(AuditFindings findings) : IAuditCheck
{
    /// <inheritdoc/>
    public void See(AuditedStream stream)
    {
        if (stream.ListingDue is not { } due)
            return;
        if (stream.State is { MayLackClaims: true })
            due = due.WithClaimsOf(stream.Listing);
        if (due == stream.Listing || due.WithoutKeys(key => stream.State?.MayLackKey(key) == true, stream.Listing) == stream.Listing)
            return;
        var words = $"how lists find it differs in {string.Join(", ", Differences.Of(stream.Listing, due))}";
        findings.Add(FindingKind.ListingDiffers, stream.Stream.ToString(), stream.Last.Position, words);
    }
}
