extension Templates {
    static let overview = """
        {{#warnings}}<p class="note bad" role="alert">{{text}}</p>{{/warnings}}
        <dl class="facts">
        <div><dt>Store</dt><dd class="{{store_class}}">{{store}}</dd></div>
        <div><dt>Pending deliveries</dt><dd>{{pending}}<small>{{running}} running</small></dd></div>
        <div><dt>Dead letters</dt><dd{{#has_dead}} class="dead"{{/has_dead}}>{{dead}}</dd></div>
        <div><dt>Oldest pending</dt><dd>{{oldest}}<small>since the message arrived</small></dd></div>
        {{#free}}<div><dt>Free on the disk</dt><dd>{{free}}</dd></div>{{/free}}
        <div><dt>Running since</dt><dd>{{uptime}}<small>{{started}}</small></dd></div>
        </dl>
        {{#endpoints}}
        <h2>Endpoint {{name}}</h2>
        <dl class="facts">
        <div><dt>Path</dt><dd><code>{{path}}</code></dd></div>
        <div><dt>Accepted in the last hour</dt><dd>{{hour}}<small>{{five}} in the last five minutes</small></dd></div>
        <div><dt>Last accepted</dt><dd>{{last}}<small>{{last_date}}</small></dd></div>
        <div><dt>Refused in a row</dt><dd{{#is_refusing}} class="refused"{{/is_refusing}}>{{refusals}}\
        <small>{{failing}} of {{limit}} different messages</small></dd></div>
        </dl>
        <svg class="bars" viewBox="0 0 60 20" preserveAspectRatio="none" role="img" aria-label="Messages accepted in each of \
        the last 60 minutes; {{hour}} in all">{{#bars}}<rect x="{{x}}" y="{{y}}" width="0.8" height="{{height}}"/>{{/bars}}</svg>
        {{#has_reasons}}
        <h2>Refused at {{name}} since the start</h2>
        <div class="table"><table><thead><tr><th scope="col">Reason</th><th scope="col" class="number">Requests</th></tr></thead>
        <tbody>{{#reasons}}<tr><td><code>{{reason}}</code></td><td class="number">{{count}}</td></tr>{{/reasons}}</tbody></table></div>
        {{/has_reasons}}
        <h2>Secrets of {{name}}</h2>
        <p>{{secrets}}</p>
        {{/endpoints}}
        <h2>Newest messages</h2>
        <div class="table"><table class="cards"><thead><tr><th scope="col">Received</th><th scope="col">Type</th>\
        <th scope="col">Message</th><th scope="col">Deliveries</th></tr></thead>
        <tbody>{{#messages}}{{>messageRow}}{{/messages}}</tbody></table></div>
        {{^messages}}<p class="faint">Nothing has arrived yet.</p>{{/messages}}

        """
}
